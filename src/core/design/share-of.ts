import type { DesignFacts } from "./design-facts.ts";
import { featuresOf } from "./feature.ts";

/** Which part of its feature's changed entries a design is about; null where it is all of them. */
export function shareOf({ members, review, specFiles }: DesignFacts): string | null {
  const { recommendations } = review;
  const features = featuresOf(
    recommendations.map(({ change }) => change),
    specFiles,
  );
  const placeOf = ({ id, file }: { readonly id: string; readonly file: string }): string =>
    features.get(id)?.key ?? file;
  const places = new Set(members.map(({ change }) => placeOf(change)));
  const own = new Set(members);
  const others = recommendations.filter((one) => !own.has(one) && places.has(placeOf(one.change)));
  if (others.length === 0) return null;
  const all = others.length + members.length;
  const direct = others.filter(({ path }) => path === "code").length;
  const counted =
    direct === others.length
      ? `The other ${String(direct)}`
      : `${String(direct)} of the other ${String(others.length)}`;
  const rest = direct === 0 ? "" : ` ${counted} ${direct === 1 ? "goes" : "go"} straight to code.`;
  return `About ${String(members.length)} of the ${String(all)} entries that the change touches here.${rest}`;
}
