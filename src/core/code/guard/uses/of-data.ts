import { endingsOf } from "../writable-kind.ts";
import { namesCode, type UseKind } from "./language-uses.ts";

const source = `\\.(?:${endingsOf(undefined).join("|")})`;
const anchored = String.raw`(?:\.{1,2}[\\/]|/|~/|file:)[^"'\s]{1,200}${source}`;
const keys = "imports?|extends|plugins?|requires?|presets?|loaders?|setup\\w{0,30}|use";

/**
 * Data by which what reads it may choose code: only the forms that readers of data have for that. A test that reads it as text is
 * none the worse for it.
 */
export const ofData: readonly (readonly [UseKind, RegExp])[] = [
  // Keys with a mark of their own for a type or a function, with a name in parts; a value with its class in front.
  [
    namesCode,
    /(?:["']|^\s{0,80}(?:-\s)?)(?:[$@^!]|_{1,2}|[a-z]{1,10}[/_])(?:\w{1,20}_)?(?:t|o|c|type|class|object|target|function|func|fn|reduce|repr|module|factory|callable|partial)_{0,2}["']?\s?:\s?["']?[A-Za-z_]\w{0,80}(?:[.\\$]|::)[A-Za-z_]/g,
  ],
  [namesCode, /\[\s?["'](?:[a-z]\w{0,40}\.){2,9}[A-Z][\w$]{0,80}["']\s?,/g],
  [namesCode, /_\$\$ND_FUNC\$\$_|["'`>:=]\s?(?:async\s)?function\s?\w{0,40}\s?\([^)\n]{0,200}\)\s?\{/g],
  // Serialised objects of PHP, Java and Python (by characters), and how Ruby and Python reach every class.
  [
    namesCode,
    /\b[OC]:\d{1,4}:"[\w\\]{1,200}":\d{1,4}:\{|\brO0AB|^[(tlp\d]{1,9}R\.?$|\bgAS[A-V]|__(?:class|mro|bases|subclasses|globals|builtins|import|reduce)__/g,
  ],
  // XML: a class as an attribute or a text, names of a space that reach into a program, a style sheet.
  [
    namesCode,
    /<[^<>\n]{0,300}\s(?:\w{1,20}[-:])?(?:class|type|factory(?:-method)?|handler|bean|ref|method)\s?=\s?["'](?:[a-z]\w{0,40}\.){2,9}[A-Z]|>\s?(?:[a-z]\w{0,40}\.){2,9}[A-Z][\w$]{0,80}\s?<\/|<\/?dynamic-proxy\b/g,
  ],
  [
    namesCode,
    /\bxmlns(?::\w{1,40})?\s?=\s?["'][^"'\n]{0,200}(?:java|clr-namespace|using:|xalan|xslt|exslt|saxon|XSL\/Transform|:script|php\.net)|<(?:[\w-]{1,40}:)?script\b/gi,
  ],
  // A value that is looked up or worked out, and cells that a table's program calculates.
  [namesCode, /\$\{\s?[A-Za-z][\w.-]{0,40}:(?![-=+?])|#\{\s?T\(|\{\{[^\n]{0,200}\(/g],
  [namesCode, /(?:^|[,;\t])["']?[=+@-][A-Za-z]\w{0,40}(?:\||\()/g],
  // A file of source by its path; by a bare name where a key says that it is loaded.
  [namesCode, new RegExp(`["']${anchored}["']|(?:[:=]|-)\\s${anchored}\\s{0,9}$`, "gi")],
  [
    namesCode,
    new RegExp(
      `(?:^|[^\\w-])(?:${keys})["']?\\s?[:=][^\\]}\\n]{0,200}?["'\\s[][@\\w][\\w@./-]{0,100}${source}(?:["']|\\s{0,9}$)`,
      "gi",
    ),
  ],
  // A method of a class, as the languages of expressions call it.
  [namesCode, /@(?:[a-z]\w{0,40}\.){1,9}[A-Z]\w{0,80}@\w/g],
  // Scenarios: a step that is a command or a call.
  [
    namesCode,
    /(?:^|[{,])\s{0,80}(?:-\s{1,4}){0,3}["']?(?:(?:run)?script|exec|shell|bash|sh|cmd|commands?|run|eval|executable|entrypoint)["']?\s?:(?!\s?(?:null|true|false|-?\d{1,9})\b)/gi,
  ],
  [
    namesCode,
    /^\s{0,40}(?:\*|given|when|then|and|but)\s[^"'\n]{0,200}(?:[\w\])]\.\w{1,60}\s?\(|\sfunction\s?\()/gi,
  ],
];
