import type { Bindings } from "../../syntax/bindings.ts";
import { isIdentifier, nameOf } from "../../syntax/node-kinds.ts";
import { above, nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { isMember } from "./slice.ts";
import { isOfProduct, type Product } from "../source/product.ts";

/** What languages and frameworks bring along. */
export const builtIn: ReadonlySet<string> = new Set(
  (
    "this self super it test describe context expect assert console Object Array Map Set JSON Math String Number Boolean Date Promise Symbol Error RangeError TypeError RegExp Buffer URL process " +
    "len range str int float list dict set print tuple sorted enumerate zip isinstance type repr sum min max any all fmt errors strings testing t b jest vi sinon Mock MagicMock mock patch mockk Mockito " +
    "Arrays List Optional Stream Integer Long System Duration Instant repeat listOf mapOf setOf mutableListOf run let also apply with XCTestCase Data Int Double vec format String Vec Box Some None Ok Err e error err"
  ).split(" "),
);
const mockMakers =
  /^(?:fn|mock|Mock|MagicMock|AsyncMock|stub|spy|mockk|createMock|createStub|double|instance_double|fake|when|every|given)$/;

/** What surrounds the tests of a file. */
interface Surroundings {
  readonly product: Product;
  readonly mocked: ReadonlySet<string>;
  readonly own: Bindings;
  /** Its groups are about something of the product. */
  readonly isDescribed: boolean;
}

/** Whether something of what an assertion says comes from the product, or from outside of the test at all. */
export function dependsOnProduct(
  slice: readonly SyntaxNode[],
  { product, mocked, own, isDescribed }: Surroundings,
): boolean {
  const isReal = (name: string): boolean =>
    !mocked.has(name) && isOfProduct(product, name) && !product.failures.has(name);
  for (const start of slice) {
    for (const node of nodesIn(start)) {
      if (!isIdentifier(node) || isMember(node)) continue;
      const name = nameOf(node);
      if (isDescribed && /^(?:described_class|subject|is_expected)$/.test(name)) return true;
      const isBound = own.has(name) && !isImported(own, name);
      if (!isBound && !mocked.has(name)) {
        if (isReal(name)) return true;
        if (isOutside(node, name)) return true;
      }
      if (mocked.has(name) || isBound) continue;
      const member = memberOf(node);
      if (member !== null && isReal(member)) return true;
    }
  }
  return false;
}

function isImport(node: SyntaxNode): boolean {
  return [...above(node)].some(({ type }) => /import|require|use_declaration/.test(type));
}

function isImported(own: Bindings, name: string): boolean {
  return (own.get(name) ?? []).every(
    (value) => /\brequire\(|\bimport\(|from\b/.test(value.text.slice(0, 200)) || /^["']/.test(value.text),
  );
}

/** A call of something that is neither of the tests nor of the language: a process, a server. */
function isOutside(node: SyntaxNode, name: string): boolean {
  if (builtIn.has(name) || mockMakers.test(name)) return false;
  return (
    /^(?:fetch|request|supertest|spawn|spawnSync|exec|execSync|execFile|execFileSync|subprocess|client|http|requests|httptest|TestClient|runner|invoke|app|page|browser|axios|Command|cmd|os|get|post|put|visit|MockMvc|mockMvc|RestAssured|webTestClient)$/.test(
      name,
    ) && !isImport(node)
  );
}

/** The name behind the dot that follows an identifier, or null. */
function memberOf(node: SyntaxNode): string | null {
  for (
    let at: SyntaxNode | null = node.parent, steps = 0;
    at !== null && steps < 3;
    at = at.parent, steps++
  ) {
    const next = [...nodesIn(at)].find(
      (one) => isIdentifier(one) && one.start > node.end - 1 && isMember(one),
    );
    if (next !== undefined) return next.start - node.end < 4 ? nameOf(next) : null;
  }
  return null;
}
