import { Rack } from "../src/rack";

// RK1
describe("a full rack", () => {
  test("drops what came first", () => {
    const rack = new Rack(2);
    rack.put("a", "1");
    rack.put("b", "2");
    rack.put("c", "3");
    expect(rack.look("a")).toBeUndefined();
    expect(rack.look("c")).toBe("3");
  });

  test("evicts nothing when a key is overwritten", () => {
    const rack = new Rack(2);
    rack.put("a", "1");
    rack.put("b", "2");
    rack.put("b", "3");
    expect(rack.look("a")).toBe("1");
  });
});
