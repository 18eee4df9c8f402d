/**
 * A page for each dialect: what it is, an example, and the entries that the reader finds in that example when it is run on it.
 */
const usual = "docs/spec.md";

export function dialectPages(dialects, parseSpec, note) {
  const pages = dialects.map((dialect) => [
    `docs/dialects/${dialect.name}.md`,
    page(dialect, parseSpec, note),
  ]);
  return [["docs/dialects/README.md", index(dialects, note)], ...pages];
}

function index(dialects, note) {
  const rows = dialects.map(({ name, describes }) => `| [${name}](${name}.md) | ${cell(describes)} |`);
  return [
    note,
    "# Dialects",
    "Ways of writing entries in Markdown that are recognised without being configured. `twopath entries FILE` says what it reads in a file of yours.",
    ["| Dialect | Entries are |", "| --- | --- |", ...rows].join("\n"),
    "None fits? `dialects` in `.github/twopath.yml` takes a pattern of your own, with one group that is the ID:",
    ["```yaml", "dialects:", '  "docs/**": { pattern: "^(REQ-[0-9]+)" }', "```"].join("\n"),
  ].join("\n\n");
}

function page({ name, describes, example, exampleFile: file = usual }, parseSpec, note) {
  const source = { path: file, text: `${example}\n` };
  const { entries } = parseSpec([source], { dialects: { [file]: name } }).files[0];
  if (entries.length === 0) throw new Error(`The example of ${name} holds no entry.`);
  const rows = entries.map(
    ({ id, line, parent, text }) =>
      `| ${code(id)} | ${line} | ${parent === null ? "" : code(parent)} | ${cell(oneLine(text))} |`,
  );
  return [
    note,
    `# ${name}`,
    describes,
    `## Example`,
    file === usual ? "" : `The file \`${file}\`:`,
    [fence(example) + "markdown", example, fence(example)].join("\n"),
    "What twopath reads there:",
    ["| Entry | Line | Below | Text |", "| --- | --- | --- | --- |", ...rows].join("\n"),
    "## Naming it",
    "Files written so are recognised. Where detection is not right, say so in `.github/twopath.yml`:",
    ["```yaml", "dialects:", `  "${file}": ${name}`, "```"].join("\n"),
    "[All dialects](README.md) · [Configuration](../configuration.md) · [Writing specs](../writing-specs.md)",
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

const fence = (text) => "`".repeat(/`{4,}/.test(text) ? 40 : 4);
const code = (text) => `\`${text.replaceAll("|", "\\|")}\``;
const cell = (text) => text.replaceAll("|", "\\|");
const oneLine = (text) => code(text.replace(/\s+/g, " ").replaceAll("`", "'").trim());
