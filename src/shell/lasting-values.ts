import { z } from "zod";
import { UserError } from "../core/user-error.ts";
import { createMemoryValues } from "./memory-values.ts";
import type { KeyValueStore, SharedText } from "./ports.ts";

/** What outlives the program, by the beginnings of its keys; everything else ends with it. */
interface Lasting {
  /** Sums: never more than was written before. */
  readonly sums: string;
  /** Answers: written at the end. */
  readonly answers: string;
}

/** Written ahead of what is spent, US dollars: a program that dies counts this much too much at most, and saves a write per call. */
const aheadUsd = 1;

/** The oldest go first, so that the text stays below what GitHub gives in one answer (1 MB). */
const most = { sums: 2000, answersText: 400_000 };

const schema = z.object({
  version: z.literal(1),
  sums: z.record(z.string(), z.number().nonnegative()),
  answers: z.record(z.string(), z.unknown()),
});
type Kept = z.output<typeof schema>;

/**
 * Values of a program that ends after each event, over a text that several such programs share. A sum is raised there before
 * it counts here, so that no limit is passed by running again, at the same time or after a crash.
 */
export class LastingValues implements KeyValueStore {
  readonly #text: SharedText;
  readonly #lasting: Lasting;
  readonly #memory = createMemoryValues();
  /** Answers that are not written yet. */
  readonly #fresh = new Map<string, unknown>();
  /** By sum, what is written ahead of it. */
  readonly #ahead = new Map<string, number>();
  #loading: Promise<void> | null = null;

  constructor(text: SharedText, lasting: Lasting) {
    this.#text = text;
    this.#lasting = lasting;
  }

  async get(key: string): Promise<unknown> {
    // Where it cannot be read, that is said when something is to be spent.
    const { sums, answers } = this.#lasting;
    if (key.startsWith(sums) || key.startsWith(answers)) await this.#load().catch(() => undefined);
    return this.#memory.get(key);
  }

  async set(key: string, value: unknown): Promise<void> {
    if (key.startsWith(this.#lasting.answers)) this.#fresh.set(key, value);
    await this.#memory.set(key, value);
  }

  async update<T>(key: string, make: (value: unknown) => T): Promise<T> {
    if (!key.startsWith(this.#lasting.sums)) return this.#memory.update(key, make);
    await this.#load();
    const before = number(await this.#memory.get(key));
    const more = number(make(before)) - before;
    const written = this.#ahead.get(key) ?? 0;
    if (more <= written) this.#ahead.set(key, written - more);
    else await this.#raise(key, written, make);
    return this.#memory.update(key, make);
  }

  /** Writes what is not written yet, and takes back what was written ahead. To be called at the end. */
  async keep(): Promise<void> {
    const ahead = [...this.#ahead].filter(([, usd]) => usd > 0);
    if (this.#fresh.size === 0 && ahead.length === 0) return;
    await this.#change((kept) => {
      let { sums, answers } = kept;
      for (const [key, usd] of ahead) sums = withLast(sums, key, Math.max(0, (sums[key] ?? 0) - usd));
      for (const [key, value] of this.#fresh) answers = withLast(answers, key, value);
      return { ...kept, sums, answers };
    });
    this.#ahead.clear();
    this.#fresh.clear();
  }

  /** Under what stands there now, of which `ours` was written ahead by this program. */
  async #raise(key: string, ours: number, make: (value: unknown) => unknown): Promise<void> {
    let before = 0;
    await this.#change((kept) => {
      before = Math.max(0, (kept.sums[key] ?? 0) - ours);
      const raised = number(make(before));
      if (raised <= before) return kept;
      this.#ahead.set(key, aheadUsd);
      return { ...kept, sums: withLast(kept.sums, key, raised + aheadUsd) };
    });
    await this.#memory.set(key, before);
  }

  #load(): Promise<void> {
    this.#loading ??= this.#change((kept) => {
      for (const [key, value] of Object.entries({ ...kept.answers, ...kept.sums }))
        void this.#memory.set(key, value);
      return kept;
    });
    return this.#loading;
  }

  #change(make: (kept: Kept) => Kept): Promise<void> {
    return this.#text.update((before) => {
      const kept = read(before, this.#text.name);
      const after = make(kept);
      return after === kept ? null : write(after);
    });
  }
}

function read(text: string | null, name: string): Kept {
  if (text === null) return { version: 1, sums: {}, answers: {} };
  const found = schema.safeParse(parsed(text));
  if (found.success) return found.data;
  throw new UserError(
    `What was spent on models, kept in \`${name}\`, cannot be read. Delete it to begin anew.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function write({ version, sums, answers }: Kept): string {
  const kept: Kept = {
    version,
    sums: Object.fromEntries(Object.entries(sums).slice(-most.sums)),
    answers: latest(answers),
  };
  return `${JSON.stringify(kept, null, 1)}\n`;
}

function latest(answers: Kept["answers"]): Kept["answers"] {
  let length = 0;
  const newest = Object.entries(answers).toReversed();
  const over = newest.findIndex((entry) => (length += JSON.stringify(entry).length) > most.answersText);
  return Object.fromEntries((over < 0 ? newest : newest.slice(0, over)).toReversed());
}

function withLast<T>(values: Readonly<Record<string, T>>, key: string, value: T): Record<string, T> {
  return Object.fromEntries([...Object.entries(values).filter(([each]) => each !== key), [key, value]]);
}

function number(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
