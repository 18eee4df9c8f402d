/** Milliseconds between two looks of a moving line. */
const frameMs = 80;
/** Milliseconds between two plain lines about a step that takes long, where output is piped. */
const plainMs = 5_000;
const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

type Style = "bold" | "dim" | "green" | "cyan" | "yellow";
const codes: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  green: [32, 39],
  cyan: [36, 39],
  yellow: [33, 39],
};

interface TerminalOptions {
  readonly isTTY: boolean;
  /** False with NO_COLOR and where output is piped. */
  readonly color: boolean;
  readonly columns: number;
  readonly write: (text: string) => void;
}

/** Tells a story step by step: a moving line on a terminal, one plain line for each finished step where it is piped. */
export class Terminal {
  private readonly options: TerminalOptions;

  constructor(options: TerminalOptions) {
    this.options = options;
  }

  line(text = ""): void {
    this.options.write(`${text}\n`);
  }

  paint(style: Style, text: string): string {
    if (!this.options.color) return text;
    const [on, off] = codes[style];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  }

  /**
   * Runs one step. `told` makes the line for its result, `now` the words that move while it runs. A failure is marked
   * and thrown on.
   */
  async step<T>(
    title: string,
    work: () => Promise<T>,
    told: (result: T) => string = () => "",
    now: () => string = () => "",
  ): Promise<T> {
    const started = performance.now();
    const stop = this.move(title, now, started);
    try {
      const result = await work();
      stop();
      const detail = told(result);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const line = `  ${this.paint("green", "✓")} ${title}${detail === "" ? "" : `: ${detail}`}`;
      this.line(`${line} ${this.paint("dim", `(${seconds} s)`)}`);
      return result;
    } catch (error) {
      stop();
      this.line(`  ${this.paint("yellow", "✗")} ${title}`);
      throw error;
    }
  }

  /** Text of several lines, each cut where the terminal ends; piped text stays whole. */
  block(text: string): void {
    const { isTTY, columns } = this.options;
    for (const line of text.split("\n"))
      this.line(isTTY && line.length > columns ? `${line.slice(0, columns - 1)}…` : line);
  }

  private report(title: string, now: () => string): () => void {
    const timer = setInterval(() => {
      this.line(`    ${[title, now()].filter((part) => part !== "").join(" · ")}`);
    }, plainMs);
    return () => {
      clearInterval(timer);
    };
  }

  private move(title: string, now: () => string, started: number): () => void {
    const { isTTY, columns, write } = this.options;
    if (!isTTY) return this.report(title, now);
    let frame = 0;
    const draw = (): void => {
      const seconds = Math.floor((performance.now() - started) / 1000);
      const words = [title, now(), seconds > 0 ? `${seconds} s` : ""]
        .filter((part) => part !== "")
        .join(" · ");
      const mark = frames[frame++ % frames.length] ?? "";
      write(`\r\u001b[K  ${this.paint("cyan", mark)} ${words.slice(0, Math.max(10, columns - 6))}`);
    };
    draw();
    const timer = setInterval(draw, frameMs);
    return () => {
      clearInterval(timer);
      write("\r\u001b[K");
    };
  }
}

/** The process's own standard output. */
export function standardTerminal(stream: NodeJS.WriteStream, noColor: boolean): Terminal {
  const isTTY = stream.isTTY;
  return new Terminal({
    isTTY,
    color: isTTY && !noColor,
    columns: stream.isTTY ? stream.columns : 80,
    write: (text) => {
      stream.write(Buffer.from(text));
    },
  });
}
