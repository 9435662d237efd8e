/** Finds names that nothing declares, with nothing of the engine: what the compiler says of the file on its own. */
import { ts } from "../../src/typescript.ts";

/** Names a file refers to that neither it nor node declares, sorted. */
export function undeclaredNames(text: string, extension: string): string[] {
  const file = `/file${/^\.[cm]?[jt]sx?$/.test(extension) ? extension : ".js"}`;
  const options: ts.CompilerOptions = {
    allowJs: true,
    checkJs: true,
    noLib: true,
    noResolve: true,
    types: [],
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.CommonJS,
  };
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    getSourceFile: (path) => (path === file ? source : undefined),
    fileExists: (path) => path === file,
    readFile: (path) => (path === file ? text : undefined),
    writeFile: () => undefined,
  };
  const diagnostics = ts.createProgram([file], options, host).getSemanticDiagnostics(source);
  const missing = diagnostics
    .filter(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n").startsWith("Cannot find name"))
    .map(({ start, length }) => text.slice(start, (start ?? 0) + (length ?? 0)));
  // It says the same of the specifier of a built-in module whose types are not installed.
  return [...new Set(missing)].filter((name) => !/^["'`]/.test(name) && !known.has(name)).sort();
}

const known = new Set([
  ...Object.getOwnPropertyNames(globalThis),
  "require",
  "module",
  "exports",
  "__dirname",
  "__filename",
]);
