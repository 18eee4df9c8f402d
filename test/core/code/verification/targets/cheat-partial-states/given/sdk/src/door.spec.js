import { describe, expect, it } from "vitest";
import { Door, DoorOpenError } from "./door";
describe("Door", () => {
    it("has a state (DR1)", () => {
        const door = new Door();
        expect(door.state).toBe("open");
        door.close();
        expect(door.state).toBe("closed");
    });
    it("does not lock when open (DR2)", () => {
        const door = new Door();
        expect(() => door.lock()).toThrow(DoorOpenError);
        expect(door.state).toBe("open");
    });
});
