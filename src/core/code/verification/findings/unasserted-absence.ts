import type { Demand } from "../demands/demands.ts";
import type { ReadAssertion } from "../tests/read-tests.ts";
import { isFunction, identifiersIn, isHandler, isCall, calleeNames } from "../../syntax/node-kinds.ts";
import { stemsOf } from "../demands/stems.ts";
import { valuesIn, spacedWords } from "../../syntax/values.ts";
import { isLookedFor, findLiteral } from "../source/find-literal.ts";
import { type SyntaxNode, nodesIn } from "../../syntax/syntax-node.ts";
/** A prohibition that none of what is asserted would see broken; as a sentence, or null. */
export function unassertedAbsence(demand: Demand, asserted: readonly ReadAssertion[]): string | null {
  const sees = (one: ReadAssertion): boolean =>
    saysAbsence(one) || isExact(one, demand) || isTried(one, demand);
  return isPlainProhibition(demand) && !asserted.some(sees)
    ? "Nothing that its tests assert would notice it being done."
    : null;
}

/** A prohibition that fixes neither a value nor what comes of it: only an assertion of absence can see it broken. */
function isPlainProhibition({ kind, quote, literals }: Demand): boolean {
  return (
    kind === "prohibition" &&
    /\b(?:must|shall|may|can)\s*not\b|\bnever\b|\bcannot\b/i.test(quote) &&
    !/\b(?:chang|modif|alter|mutat|differ)/i.test(quote) &&
    !literals.some((literal) => literal.isResult || literal.kind === "number")
  );
}

const absenceWords = new Set(
  "not never no refute false null nil none undefined empty throw throws thrown raise raises rejects reject fail fails failure error exception zero length size count counts len times absent missing same unchanged once only".split(
    " ",
  ),
);

/** What says that something is there by denying that nothing is. */
const presence =
  /\b(?:XCTAssertFalse|assertFalse|assert_false|IsFalse|Assert\.False|refute)\b[^;\n]{0,80}\b(?:isEmpty|is_empty|IsEmpty|empty|isNull|isNil|nil|null)\b(?:\(\))?|\bnot\.?\w{0,4}_?to(?:Be|Have|_be|_have)?_?(?:Null|Undefined|Empty|be_empty|be_nil|Length\(0\))|\bis not None\b|!==? ?(?:null|nil|undefined)\b|\b(?:XCTAssertNotNil|assertNotNull|assertIsNotNone|assertNotEmpty|NotNull|NotEmpty|isNotEmpty|isNotNull)\b/g;

/** In itself, or in what the tests' own helpers and matchers make of it. */
function saysAbsence({ assertion, slice }: ReadAssertion): boolean {
  return (
    seesAbsence(assertion.node.text) ||
    slice.some((node) => (isFunction(node) ? catches(node) : node !== assertion.node && deniesInData(node)))
  );
}

const equality =
  /[eE]qual|\btoBe\b|toEqual|toStrictEqual|assertSame|assert_eq|===?|\beq\b|shouldBe|must_equal/;

/** Who compares all of what the demand speaks of sees whatever else is in it. */
function isExact({ assertion: { node } }: ReadAssertion, { quote }: Demand): boolean {
  const names = [...identifiersIn(node)].join(" ");
  const spoken = stemsOf(names);
  return equality.test(node.text) && [...stemsOf(quote)].filter((stem) => spoken.has(stem)).length > 1;
}

/** What is not to be done with one thing alone shows in what comes of that thing: `/health` is not counted. */
function isTried({ assertion: { node, isWeak } }: ReadAssertion, { literals }: Demand): boolean {
  const held = valuesIn([node]);
  return !isWeak && literals.some((one) => isLookedFor(one) && findLiteral(held, one) !== null);
}

/** A row of a table of cases that is to come out false, or as nothing. */
function deniesInData({ type, text }: SyntaxNode): boolean {
  return (
    (/array|list|collection|tuple|arguments|annotation|attribute|decorator|composite|initializer/.test(
      type,
    ) ||
      text.includes(".each(")) &&
    /\b(?:false|False|null|nil|None)\b/.test(text)
  );
}

/** Whether a helper passes on a failure. */
function catches(helper: SyntaxNode): boolean {
  return [...nodesIn(helper)].some(
    (node) => isHandler(node) || seesAbsence(isCall(node) ? calleeNames(node).join(" ") : ""),
  );
}

/** Whether an assertion says of something that it is not there, or of all that is there. */
function seesAbsence(text: string): boolean {
  const words =
    spacedWords(text.replace(presence, " "))
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  return (
    words.some((word) => absenceWords.has(word)) ||
    /\b0\b|!=|\[\s*["'\d\]]|(?:listOf|List\.of|Arrays\.\w+)\(/.test(text)
  );
}
