/** Milliseconds before anything is shown: what is done sooner needs no progress. */
const patience = 500;

interface Progress {
  step(what: string): void;
  end(): void;
}

/** One line on a terminal's standard error that says what is being done; nothing when it is piped. */
export function startProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { step: () => undefined, end: () => undefined };
  const started = performance.now();
  let shown = false;
  const clear = (): void => {
    if (shown) stream.write(Buffer.from("\r\u001b[K"));
  };
  return {
    step(what) {
      if (performance.now() - started < patience) return;
      clear();
      stream.write(`${what} …`);
      shown = true;
    },
    end: clear,
  };
}
