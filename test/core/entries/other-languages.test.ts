import { compareSpecs } from "../../../src/core/entries/compare-specs.ts";

const changes = (before: string, after: string) =>
  compareSpecs(
    [{ path: "docs/spec/a.md", text: before }],
    [{ path: "docs/spec/a.md", text: after }],
  ).diff.changes.map(({ kind, id }) => [kind, id.slice(id.indexOf("#") + 1)]);

test.each([
  ["German", "Die Tür muss in 3 s schließen. Sie ist grün.", "3 s", "5 s", "die-tür-muss-in-5-s-schließen"],
  ["French", "La porte doit se fermer en 3 s. Elle est verte.", "3 s", "5 s", "la-porte-doit-se-fermer-en-5"],
  ["Spanish", "La puerta debe cerrarse en 3 s.", "3 s", "5 s", "la-puerta-debe-cerrarse-en-5-s"],
  ["Portuguese", "A porta não deve abrir em 3 s.", "3 s", "5 s", "a-porta-não-deve-abrir-em-5"],
  ["Russian", "Замок должен закрыться за 3 с.", "3 с", "5 с", "замок-должен-закрыться-за-5-с"],
  ["Chinese", "门必须在三秒内关闭。门是绿色的。", "三秒", "五秒", "门必须在五秒内关闭"],
  ["Japanese", "扉は三秒で閉まらなければならない。", "三秒", "五秒", "扉は五秒で閉まらなければならない"],
  [
    "Korean",
    "문은 3초 안에 닫혀야 하고 기록을 해야 한다.",
    "3초",
    "5초",
    "문은-5초-안에-닫혀야-하고-기록을-해야",
  ],
])(
  "a rule in %s is an entry of its own and stays the same one when a number changes",
  (_, rule, from, to, name) => {
    const page = (text: string) => `# A\n\n## B\n\n${text}\n`;
    expect(changes(page(rule), page(rule.replace(from, to)))).toEqual([["modified", `b/${name}`]]);
  },
);
