import ts from "typescript";

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  types: [],
};

const libraries = new Map<string, ts.SourceFile | undefined>();

/** What TypeScript's own checker says of a file that stands alone; empty when it is right. */
export function typeProblems(code: string): readonly string[] {
  const name = "design.ts";
  const host = ts.createCompilerHost(options, true);
  const real = ts.createCompilerHost(options, true);
  const source = ts.createSourceFile(name, code, ts.ScriptTarget.ES2022, true);
  host.getSourceFile = (path, target) => {
    if (path === name) return source;
    if (!libraries.has(path)) libraries.set(path, real.getSourceFile(path, target));
    return libraries.get(path);
  };
  host.fileExists = (path) => path === name || real.fileExists(path);
  host.readFile = (path) => (path === name ? code : real.readFile(path));
  const program = ts.createProgram([name], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map((one) => `${ts.flattenDiagnosticMessageText(one.messageText, "\n")} (at ${one.start ?? 0})`);
}
