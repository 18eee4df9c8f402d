const PAUSE = 5_000;

// PO1
export async function poll(ask, wait) {
  const answer = await ask();
  await wait(Number(answer.headers["X-Pause"]) || PAUSE);
}
