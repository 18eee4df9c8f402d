import pino, { type Logger } from "pino";
import type { Redactor } from "./redact.ts";

export type { Logger } from "pino";

export interface LogOptions {
  readonly level: string;
  readonly redactor: Redactor;
  /** Gets each finished line. Standard output when absent. */
  readonly write?: (line: string) => void;
}

/** JSON lines. Redaction is done on the finished line, so that no serializer, level or library can get round it. */
export function createLog(options: LogOptions): Logger {
  const write = options.write ?? ((line: string) => void process.stdout.write(line));
  return pino(
    { level: options.level, messageKey: "msg", base: { name: "twopath" } },
    {
      write: (line: string) => {
        write(options.redactor.redact(line));
      },
    },
  );
}
