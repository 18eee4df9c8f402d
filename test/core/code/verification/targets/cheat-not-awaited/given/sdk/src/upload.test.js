import { ChunkTooLarge, upload } from "./upload";
describe("upload", () => {
    it("UP2a rejects a chunk of more than 65536 bytes", () => {
        expect(upload([new Uint8Array(65537)])).rejects.toThrow(ChunkTooLarge);
    });
    it("UP2b counts the chunks", async () => {
        expect(await upload([new Uint8Array(3), new Uint8Array(4)])).toBe(2);
    });
});
