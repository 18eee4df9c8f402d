/** Languages that twopath knows: files written in them are parsed. */
export const languages = [
  "typescript",
  "swift",
  "kotlin",
  "java",
  "go",
  "python",
  "csharp",
  "dart",
  "ruby",
  "php",
] as const;

export type Language = (typeof languages)[number];

const names: Readonly<Record<Language, string>> = {
  typescript: "TypeScript",
  swift: "Swift",
  kotlin: "Kotlin",
  java: "Java",
  go: "Go",
  python: "Python",
  csharp: "C#",
  dart: "Dart",
  ruby: "Ruby",
  php: "PHP",
};

/** The language as people write it. */
export function languageName(language: Language): string {
  return names[language];
}

const endings: Readonly<Record<Language, string>> = {
  typescript: "ts",
  swift: "swift",
  kotlin: "kt",
  java: "java",
  go: "go",
  python: "py",
  csharp: "cs",
  dart: "dart",
  ruby: "rb",
  php: "php",
};

/** How the name of a source file ends, without the dot. */
export function fileEnding(language: Language): string {
  return endings[language];
}

/** The language of a source file by its ending, or null. */
export function fileLanguage(path: string): Language | null {
  const ending = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return (
    languages.find((language) => endings[language] === ending) ??
    others[ending] ??
    (/^[jt]sx$/.test(ending) ? "typescript" : null)
  );
}

const others: Readonly<Record<string, Language>> = {
  ts: "typescript",
  javascript: "typescript",
  js: "typescript",
  kt: "kotlin",
  golang: "go",
  py: "python",
  "c#": "csharp",
  cs: "csharp",
  dotnet: "csharp",
  rb: "ruby",
};

/** The language somebody means by a word of a configuration, or null. */
export function parseLanguage(word: string): Language | null {
  const key = word.trim().toLowerCase();
  return languages.find((language) => language === key) ?? others[key] ?? null;
}

/** Languages that the designs of targets are written for; none where no target says what it is written in. */
export function languagesOf(targets: readonly { readonly language: Language | null }[]): readonly Language[] {
  const known = targets.flatMap(({ language }) => (language === null ? [] : [language]));
  return [...new Set(known)];
}
