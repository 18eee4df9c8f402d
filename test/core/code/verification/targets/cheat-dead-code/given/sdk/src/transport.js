export async function send(path, body) {
  const answer = await fetch(path, { method: "POST", body });
  if (answer.status === 413) throw Object.assign(new Error("refused"), { code: "refused" });
  return answer.json();
}
