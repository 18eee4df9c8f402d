import request from "supertest";
import { createApp } from "../src/app.js";

const api = () => request.agent(createApp(new Set(["t"]))).set("X-Token", "t");

describe("NAPI-1", () => {
  it("stores", () => api().post("/notes").send({ text: "a" }).expect(201, { id: "1" }));
  it("needs a text", () => api().post("/notes").send({}).expect(422).expect({ code: "TEXT_REQUIRED" }));
});

describe("NAPI-2", () => {
  it("deletes once", async () => {
    const agent = api();
    await agent.post("/notes").send({ text: "a" });
    await agent.delete("/notes/1").expect(204);
    await agent.delete("/notes/1").expect(404);
  });
});

describe("NAPI-3", () => {
  it("needs a token", async () => {
    const res = await request(createApp(new Set())).get("/notes");
    expect(res.status).toBe(401);
  });
});
