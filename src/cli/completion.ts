import { type Command, Option } from "commander";

const shells = ["bash", "zsh", "fish"] as const;

/** `twopath completion SHELL`: a script for the shell's start-up file, made from the commands as they are. */
export function registerCompletion(command: Command): void {
  command
    .argument("<shell>", shells.join(", "))
    .addHelpText(
      "after",
      '\nExamples:\n  eval "$(twopath completion bash)"    in ~/.bashrc\n  twopath completion fish | source     in config.fish',
    )
    .action((shell: string) => {
      const known = shells.find((name) => name === shell);
      if (known === undefined)
        command.error(`error: no completion for ${shell}; there is one for ${shells.join(", ")}`);
      else process.stdout.write(scripts[known](wordsOf(command.parent ?? command)));
    });
}

interface CommandWords {
  readonly name: string;
  readonly description: string;
  readonly options: readonly string[];
  /** Choices by option flag. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
}

function wordsOf(program: Command): readonly CommandWords[] {
  return program.commands.map((command) => {
    const options = command.options.filter((option: Option) => option.long !== undefined);
    return {
      name: command.name(),
      description: command.description(),
      options: [...options.map(({ long }) => long ?? ""), "--help"],
      choices: new Map(options.map(({ long, argChoices }) => [long ?? "", argChoices ?? []])),
    };
  });
}

const scripts: Readonly<Record<(typeof shells)[number], (commands: readonly CommandWords[]) => string>> = {
  bash: (commands) => bashScript(commands),
  zsh: (commands) => `autoload -Uz bashcompinit && bashcompinit\n${bashScript(commands)}`,
  fish: fishScript,
};

function bashScript(commands: readonly CommandWords[]): string {
  const choices = commands.flatMap(({ name, choices: own }) =>
    [...own]
      .filter(([, values]) => values.length > 0)
      .map(([flag, values]) => `    "${name} ${flag}") words="${values.join(" ")}" ;;`),
  );
  return [
    "_twopath() {",
    '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" words=""',
    '  case "${COMP_WORDS[1]} $before" in',
    ...choices,
    "  esac",
    '  if [ -z "$words" ] && [ "$COMP_CWORD" -eq 1 ]; then',
    `    words="${commands.map(({ name }) => name).join(" ")}"`,
    '  elif [ -z "$words" ] && [ "${word:0:1}" = "-" ]; then',
    '    case "${COMP_WORDS[1]}" in',
    ...commands.map(({ name, options }) => `      ${name}) words="${options.join(" ")}" ;;`),
    "    esac",
    "  fi",
    '  COMPREPLY=($(compgen -W "$words" -- "$word"))',
    "}",
    "complete -o default -F _twopath twopath",
    "",
  ].join("\n");
}

function fishScript(commands: readonly CommandWords[]): string {
  const lines = commands.flatMap(({ name, description, options, choices }) => [
    `complete -c twopath -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`,
    ...options.map((flag) => {
      const values = choices.get(flag) ?? [];
      const takes = values.length === 0 ? "" : ` -x -a ${quoted(values.join(" "))}`;
      return `complete -c twopath -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)}${takes}`;
    }),
  ]);
  return `${lines.join("\n")}\n`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
