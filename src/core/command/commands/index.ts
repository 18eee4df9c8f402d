import type { Command } from "../command.ts";
import { cancel } from "./cancel.ts";
import { explain } from "./explain.ts";
import { generate } from "./generate.ts";
import { help } from "./help.ts";
import { path } from "./path.ts";
import { retry } from "./retry.ts";
import { revise } from "./revise.ts";
import { status } from "./status.ts";
import { verify } from "./verify.ts";

/** Every slash command, in the order of the help. */
export const commands: readonly Command<unknown>[] = [
  generate,
  path,
  explain,
  revise,
  verify,
  status,
  cancel,
  retry,
  help,
];
