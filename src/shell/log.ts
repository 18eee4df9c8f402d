import { AsyncLocalStorage } from "node:async_hooks";
import pino, { type Logger } from "pino";
import type { Redactor } from "./redact.ts";

export type { Logger } from "pino";

interface LogOptions {
  readonly level: string;
  readonly redactor: Redactor;
  /** Gets each finished line. Standard output when absent. */
  readonly write?: (line: string) => void;
}

type Facts = Readonly<Record<string, unknown>>;

const about = new AsyncLocalStorage<Facts>();

/** Every line that `work` logs, at once or later and by whatever part of the program, also holds `facts`. */
export function logAbout<T>(facts: Facts, work: () => T): T {
  return about.run({ ...about.getStore(), ...facts }, work);
}

/** JSON lines. Redaction is done on the finished line, so that no serializer, level or library can get round it. */
export function createLog(options: LogOptions): Logger {
  const write = options.write ?? toStandardOutput();
  return pino(
    {
      level: options.level,
      messageKey: "msg",
      base: { name: "twopath" },
      mixin: () => ({ ...about.getStore() }),
    },
    {
      write: (line: string) => {
        write(options.redactor.redact(line));
      },
    },
  );
}

/** A reader of the log that goes away (`serve | head`) must not take the server with it. */
const readerIsGone = (): void => undefined;

function toStandardOutput(): (line: string) => void {
  process.stdout.off("error", readerIsGone).on("error", readerIsGone);
  return (line) => void process.stdout.write(line);
}
