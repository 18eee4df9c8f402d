import { describe, expect, it, vi } from "vitest";
import { Client } from "../src/client";
describe("options", () => {
    it("CN1a: the default request timeout", () => {
        const { requestTimeout } = new Client();
        expect(requestTimeout).toBe(15_000);
    });
    it("CN1b: a late request fails", async () => {
        const client = new Client({ requestTimeout: 5 });
        const failure = await client.send(new Promise(() => undefined)).catch((e) => e);
        expect(failure).toHaveProperty("code", 50003);
    });
    it.each([400, 404, 499])("CN1c: no retry after %i", async (status) => {
        const request = vi.fn().mockResolvedValue(status);
        await new Client().withRetry(request);
        expect(request).toHaveBeenCalledTimes(1);
    });
});
