import { newModule, type UseKind } from "./language-uses.ts";

/** Comments and directives of source by which a tool brings in a module, program or setting: they look like remarks. */
export const directives: readonly (readonly [UseKind, RegExp])[] = [
  // Jest, Vitest, JSX, TypeScript, Bun.
  [
    newModule,
    /@(?:jest|vitest)-environment\s(?!(?:node|jsdom|happy-dom|edge-runtime)\b)\S|@jsxImportSource\s\S|\/\/\/\s?<reference\s(?:types|path|lib)=|\bwith\s?\{\s?["']?type["']?\s?:\s?["'](?:macro|text|file)["']/g,
  ],
  // Scripts that name what they need: of Python, Java, Kotlin, Scala, .NET, Rust, Haskell.
  [
    newModule,
    /^\s{0,9}#\s\/\/\/\sscript\b|^\s{0,9}\/\/(?:DEPS|SOURCES|REPOS|FILES|JAVA|JAVA_OPTIONS|JAVAC_OPTIONS|RUNTIME_OPTIONS|COMPILE_OPTIONS|JAVAAGENT|CDS|PLUGIN)\s\S|@file:\s?(?:DependsOn|Repository|Import|CompilerOptions)\b|^\s{0,9}\/\/>\s?using\s|^\s{0,9}#:(?:package|sdk|property|project)\b|^\s{0,9}#(?:r|load|use|require|directory)\s?"|^\[dependencies\]|^\s{0,9}--\sstack\s(?:script|runghc|exec)\b|^\s{0,9}\{-\scabal:/g,
  ],
  // What a linter, a compiler or an editor loads or carries out; options of a first line.
  [
    newModule,
    /#\s?pylint:\s?(?:load-plugins|init-hook)|^\s{0,9}#\s?(?:distutils|cython):|#\s?pragma\scomment\s?\(|\bparse_transform\b|^\s{0,9}-include(?:_lib)?\("\/|@(?:before|after)_compile\b|^\s{0,9}part\s["']\/|["']file:\/\/\/|-\*-[^\n]{0,100}\beval:|\bLocal\sVariables:|\bvim?:\s?set?\s[^\n]{0,100}(?:prg|expr|tags)=/g,
  ],
  [newModule, /^#![^\n]{0,100}\s-{1,2}(?:[A-Za-z]{0,3}[rMIx]\S|import\b|require\b|loader\b)/g],
];
