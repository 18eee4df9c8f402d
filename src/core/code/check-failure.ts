/** What a target's CI said about a commit of the bot; written by whatever ran there, hence data. */
export interface CheckFailure {
  readonly name: string;
  readonly title: string;
  /** The end of the summary and text, where the failure stands. */
  readonly tail: string;
  readonly annotations: readonly {
    readonly path: string;
    readonly line: number;
    readonly message: string;
  }[];
}

/** What is shown of one CI run, in characters and numbers. */
const most = { checks: 10, tail: 6_000, annotations: 30, message: 500 };

/** The failures as far as a writer is shown them. */
export function boundedFailures(failures: readonly CheckFailure[]): readonly CheckFailure[] {
  return failures.slice(0, most.checks).map(({ name, title, tail, annotations }) => ({
    name: name.slice(0, 200),
    title: title.slice(0, 500),
    tail: tail.slice(-most.tail),
    annotations: annotations
      .slice(0, most.annotations)
      .map(({ path, line, message }) => ({ path, line, message: message.slice(0, most.message) })),
  }));
}
