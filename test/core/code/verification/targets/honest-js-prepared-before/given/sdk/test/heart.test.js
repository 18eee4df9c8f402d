import { Heart } from "../src/heart.js";

describe("Heart", () => {
  const send = jest.fn();
  let asleep = false;
  let tick;

  beforeEach(() => {
    send.mockReset();
    asleep = false;
    const heart = new Heart(send, () => asleep, (beat) => (tick = beat));
    heart.begin();
  });

  it("HB-1: is silent while asleep", () => {
    asleep = true;
    tick();
    expect(send).not.toHaveBeenCalled();
  });

  it("HB-2: says for how long it is good", () => {
    tick();
    expect(send).toHaveBeenCalledWith({ "Cache-Control": "max-age=300" });
  });
});
