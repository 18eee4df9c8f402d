import type { UseKind } from "./language-uses.ts";

/** What no language writes for anything else, in data too. */
export const everywhere: readonly (readonly [UseKind, RegExp])[] = [
  ["the environment", /\/proc\/self|~\/\.(?:ssh|aws|npmrc|netrc)|169\.254\.169\.254/g],
  // What makes objects of a program's when it reads data: jsonpickle, Ruby's JSON, Json.NET, fastjson.
  [
    "code made at run time",
    /["'](?:py\\?\/(?:object|reduce|function|type|repr)|json_class|__proto__)["']\s?:|["']\$type["']\s?:\s?["'][\w.+]{1,200},|["']@type["']\s?:\s?["'][a-z]\w{0,40}\.\w/g,
  ],
];
