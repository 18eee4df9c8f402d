import type { Language } from "../../../code/language.ts";
import { csharp } from "./csharp.ts";
import { dart } from "./dart.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { kotlin } from "./kotlin.ts";
import { php } from "./php.ts";
import { python } from "./python.ts";
import { ruby } from "./ruby.ts";
import { swift } from "./swift.ts";
import type { Syntax } from "./syntax.ts";
import { typescript } from "./typescript.ts";

/** One file per language; a new one is a file and a line here. */
export const syntaxes: Readonly<Record<Language, Syntax>> = {
  typescript,
  swift,
  kotlin,
  java,
  go,
  python,
  csharp,
  dart,
  ruby,
  php,
};
