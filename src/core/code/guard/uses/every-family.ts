import { dotnet } from "./dotnet.ts";
import { go } from "./go.ts";
import { javascript } from "./javascript.ts";
import { clojure, java, jvm } from "./jvm.ts";
import type { LanguageUses } from "./language-uses.ts";
import { native } from "./native.ts";
import { beam, dart, others } from "./others.ts";
import { python } from "./python.ts";
import { php, ruby } from "./ruby-php.ts";
import { rust } from "./rust.ts";

/** All families of languages, one table each. */
export const families: readonly LanguageUses[] = [
  javascript,
  python,
  go,
  jvm,
  java,
  clojure,
  native,
  dotnet,
  rust,
  ruby,
  php,
  dart,
  beam,
  others,
];
