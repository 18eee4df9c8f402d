import type { Token } from "./demand-tokens.ts";

const abbreviation = /^(?:e\.g|i\.e|etc|vs|cf|fig)$/i;

const condition =
  /^(?:if|when|whenever|while|unless|until|once|where|after|before|except|for|on|only|otherwise|else|without)$/i;

/**
 * A full stop or semicolon is the edge of a sentence; what ends a block is typography. Behind a condition a semicolon is an edge
 * of its own: what follows it still depends on the condition.
 */
export function ended(tokens: readonly Token[]): readonly Token[] {
  const found: Token[] = [];
  let depends = false;
  for (const token of tokens) {
    if (isStop(token) && abbreviation.test(found.at(-1)?.text ?? "")) continue;
    const edge: Token = isStop(token) ? stopAs(token, depends) : token;
    if (edge.kind === "edge") pushEdge(found, edge);
    else found.push(edge);
    depends = edge.kind === "edge" ? edge.text === ";" : depends || condition.test(token.text);
  }
  while (found.at(-1)?.kind === "edge") found.pop();
  return isWeak(found[0]) ? found.slice(1) : found;
}

function isStop({ kind, text }: Token): boolean {
  return kind === "mark" && (text === "." || text === ";");
}

function stopAs(token: Token, depends: boolean): Token {
  return { ...token, kind: "edge", text: token.text === ";" && depends ? ";" : "¶" };
}

function isWeak(token: Token | undefined): boolean {
  return token?.kind === "edge" && (token.text === "¶" || token.text === ";");
}

/** Of edges that meet the stronger stays: an item says more than the paragraph in it. */
function pushEdge(found: Token[], edge: Token): void {
  while (/^[,:]$/.test(found.at(-1)?.text ?? "") && found.at(-1)?.kind === "mark") found.pop();
  const last = found.at(-1);
  if (isWeak(last) && (last?.text === ";" || !isWeak(edge))) found.pop();
  else if (last?.kind === "edge" && isWeak(edge)) return;
  found.push(edge);
}
