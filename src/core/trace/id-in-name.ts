/**
 * Forms as names of tests and functions open with them, in small letters: `esc_1`, `qz1a`, `b32_1`, and for a number
 * `1_2`. What two forms would be spelled alike is none.
 */
export function spelledInNames(forms: ReadonlySet<string>): ReadonlyMap<string, string> {
  const spelled = new Map<string, string | null>();
  for (const form of forms) {
    if (
      !/^(?:[A-Za-z][A-Za-z\d]*(?:[-.][A-Za-z\d]+){0,4}|\d{1,3}(?:\.\d{1,3}){1,3})$/.test(form) ||
      !/\d/.test(form)
    )
      continue;
    const joined = form.toLowerCase().replace(/[-.]/g, "_");
    const apart = joined.replace(/([a-z])(\d)/g, "$1_$2");
    for (const one of new Set([joined, apart]))
      spelled.set(one, spelled.has(one) && spelled.get(one) !== form ? null : form);
  }
  return new Map([...spelled].flatMap(([name, form]) => (form === null ? [] : [[name, form]])));
}

const mark = /^(?:tests?(?=_|[A-Z\d])_{0,2}|(?=[a-z]))/i;
const numberMark = /^(?:tests?_{0,2})?(?:requirement|req|rule|ac|section|sec|r|s)?_?(?=\d)/i;

/** The ID that opens a name of words, as in `qz1a_right_answer`, `test_b32_1_standard`, `testQz1aRight`, `test_1_2_expires`. */
export function openingOf(token: string, spelled: ReadonlyMap<string, string>): string | null {
  if (spelled.size === 0 || !/^\w{3,150}$/.test(token)) return null;
  const numbered = numberMark.exec(token)?.[0] ?? "";
  const isNumber = numbered.length > 1;
  const rest = token.slice(isNumber ? numbered.length : (mark.exec(token)?.[0].length ?? 0));
  const isMarked = rest.length < token.length;
  const words = rest.replace(/(\d[a-z]?)(?=[A-Z][a-z])/, "$1_");
  const parts = words.split("_").filter((part) => part !== "");
  for (let to = Math.min(parts.length, 6); to > 0; to--) {
    const form = spelled.get(parts.slice(0, to).join("_").toLowerCase());
    if (form === undefined || /^\d/.test(form) !== isNumber) continue;
    const isNamed = parts.length > to && /^[A-Za-z]/.test(parts[to] ?? "");
    if (isNamed || (isMarked && form.length > 2)) return form;
  }
  return null;
}
