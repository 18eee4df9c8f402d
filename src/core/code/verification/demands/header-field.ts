import type { Literal } from "./literals.ts";

/** `Cache-Control: no-store` is a name and its value, which code writes apart. */
export const headerField = /^([A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+):\s{1,3}([\w ,;=/+*."-]{1,80})$/;

/** Its name and its value, each a literal of its own. */
export function ofHeader(text: string): readonly Literal[] {
  const [, name = "", value = ""] = headerField.exec(text) ?? [];
  if (name === "") return [];
  const number = Number(value);
  return [
    { kind: "name", text: name, values: [], isResult: false },
    Number.isFinite(number)
      ? { kind: "number", text: value, values: [number], isResult: false }
      : { kind: "string", text: value, values: [], isResult: false },
  ];
}
