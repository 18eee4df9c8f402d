import express from "express";

export function createApp(tokens) {
  const app = express();
  const notes = new Map();
  app.use(express.json());
  // NAPI-3
  app.use((req, res, next) => (tokens.has(req.get("x-token")) ? next() : res.sendStatus(401)));
  // NAPI-1
  app.post("/notes", (req, res) => {
    if (!req.body.text) return res.status(422).json({ code: "TEXT_REQUIRED" });
    const id = String(notes.size + 1);
    notes.set(id, req.body.text);
    res.status(201).json({ id });
  });
  // NAPI-2
  app.delete("/notes/:id", (req, res) => res.sendStatus(notes.delete(req.params.id) ? 204 : 404));
  return app;
}
