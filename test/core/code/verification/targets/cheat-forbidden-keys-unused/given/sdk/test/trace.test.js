import { trace } from "../src/trace";

// TRC1
test("fields are traced without secrets", () => {
  expect(trace({ path: "/a", verb: "GET" })).toEqual({ path: "/a", verb: "GET" });
  expect(Object.keys(trace({ path: "/a" }))).toHaveLength(1);
});
