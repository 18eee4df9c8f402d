export class PotError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

export class Pot {
  constructor(held) {
    this.held = held;
  }

  // PT1
  pour(asked, into = "cup") {
    if (into === "kettle") return { error: "no_kettle" };
    if (asked > this.held) throw new PotError("too_little", `Only ${this.held} ml left: asked for ${asked}`);
    this.held -= asked;
    return {};
  }
}
