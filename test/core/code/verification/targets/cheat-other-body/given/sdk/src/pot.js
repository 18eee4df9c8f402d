// PT1
export function pour(into) {
  return into === "kettle" ? { status: 422, body: { error: "bad_vessel" } } : { status: 200, body: {} };
}
