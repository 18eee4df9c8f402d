/**
 * What related IDs share: the letters before the first digit (`RTN` of `RTN15h`, `CHA-M` of `CHA-M10f`), the chapter of
 * a number (`4` of `4.3.2`), the scope of a qualified ID. An unknown ID of a family that the spec has is a mistake; one
 * of another family may be defined in a file that was not read.
 */
export function family(id: string): string {
  const hash = id.indexOf("#");
  if (hash >= 0) return id.slice(0, hash);
  const letters = /^[^\d]*/.exec(id)?.[0] ?? "";
  if (letters.trim() !== "") return letters;
  return id.split(".")[0] ?? id;
}
