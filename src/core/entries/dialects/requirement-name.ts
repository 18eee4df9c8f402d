import type { Heading, ScannedLine, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { plainHeading } from "./section-drafts.ts";

/** "Requirement" in the languages in which such files are found. */
const requirementWord =
  "requirements?|anforderung|exigence|requisito|requerimiento|requirement|требование|вимога|wymaganie|požadavek|vereiste|eis|krav|vaatimus|gereksinim|yêu cầu|persyaratan|kebutuhan|要件|要求|需求|요구사항|요구 사항";
const numbered = new RegExp(
  `^((?:${requirementWord}|user story|req|us|nfr|fr)[ -]?(\\d{1,3}(?:\\.\\d{1,3})?[a-z]?))(?:[ \\t]*[:：.—–-](.*)|(?<=[要件求需]\\s?\\d{1,3})[ \\t]+(\\p{L}.*))?$`,
  "iu",
);
const bareNumber = new RegExp(`^(?:${requirementWord})[ -]?\\d`, "iu");
/** In Kiro's own folder any word before a number is a requirement's. */
const anyWord = /^(\p{L}[\p{L} ]{0,30}[ -]?(\d{1,3}))[ \t]*(?:[:：.—–-](.*))$/u;
/** There a bare number is, too, where criteria stand below it. */
const onlyNumber = /^(?:\p{L}{1,12}[ ]?)?(\d{1,3})[.:：、)]?[ \t]+(\S.*)$/u;
/** `TR-1: Title`: a code of the author's own. */
const coded = /^([A-Z]{2,5}-\d{1,3}[a-z]?)[ \t]*[:.—–-](.*)$/;
const untitled = /^((?:requirement|user story)):\s*(\S.*)$/i;
const criteriaLabel =
  /^[*_#\s]*(?:acceptance criteria|criteria|akzeptanzkriterien|crit[ée]r(?:es|ios) (?:d['’]acceptation|de aceita[cç][ãa]o|de aceptaci[óo]n)|критери[ийї] при[её]м(?:ки|ання)|критерії приймання|kryteria akceptacji|akceptační kritéria|criteri di accettazione|acceptatiecriteria|acceptanskriterier|hyväksymiskriteerit|kabul kriterleri|tiêu chí (?:chấp nhận|nghiệm thu)|kriteria penerimaan|受け入れ基準|受入基準|受け入れ条件|验收标准|驗收標準|接受标准|인수 조건|수락 기준)/iu;

export function isKiroFile(path: string): boolean {
  return /(?:^|\/)\.kiro\/specs\//.test(path);
}

/** What the heading of a requirement calls it. */
interface RequirementName {
  readonly id: string;
  /** What its criteria's numbers begin with. */
  readonly prefix: string;
  readonly title: string;
}

export function requirementName(scan: ScannedSource, heading: Heading): RequirementName | null {
  const text = plainHeading(heading.text);
  const found = numbered.exec(text);
  if (found) return namedBy(found, bareNumber.test(text));
  const own = coded.exec(text);
  if (own?.[1] !== undefined) return { id: own[1], prefix: own[1], title: own[2]?.trim() ?? "" };
  const inKiro = isKiroFile(scan.path) && heading.level > 2 ? kiroName(scan, heading, text) : null;
  if (inKiro) return inKiro;
  const open = untitled.exec(text);
  return open ? { id: text, prefix: text, title: open[2] ?? "" } : null;
}

function kiroName(scan: ScannedSource, { line, sectionEnd }: Heading, text: string): RequirementName | null {
  const word = anyWord.exec(text);
  if (word) return namedBy(word, true);
  const [, number, title = ""] = onlyNumber.exec(text) ?? [];
  if (number === undefined || !hasCriteriaLabel(scan, line, sectionEnd)) return null;
  return { id: `Requirement ${number}`, prefix: number, title };
}

/** Criteria of a numbered requirement begin with its number; those of a code with the code. */
function namedBy(
  [, id = "", number = "", behind, spaced]: RegExpExecArray,
  isNumber: boolean,
): RequirementName {
  return { id, prefix: isNumber ? number : id, title: (behind ?? spaced ?? "").trim() };
}

export function isCriteriaLabel(line: ScannedLine): boolean {
  if (line.kind !== "heading" && !line.content.startsWith("**")) return false;
  return criteriaLabel.test(line.content.slice(0, 120));
}

/** Whether a label of criteria stands between two lines. */
export function hasCriteriaLabel(scan: ScannedSource, from: number, to: number): boolean {
  return scan.lines.slice(from, to).some((line) => isCriteriaLabel(line));
}
