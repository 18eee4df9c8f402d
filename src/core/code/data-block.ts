/**
 * Text that somebody else wrote, as one JSON value with a label. JSON keeps it from ending its own block: `<` and
 * `>` are escaped, and so are characters that nobody would see.
 */
export function dataBlock(label: string, value: unknown): string {
  const json = JSON.stringify(value).replace(/[<>\p{Cf}\p{Co}\u2028\u2029]/gu, (character) =>
    [...units(character)].map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join(""),
  );
  return `<data kind="${label}">\n${json}\n</data>`;
}

function* units(character: string): Generator<number> {
  for (let at = 0; at < character.length; at++) yield character.charCodeAt(at);
}
