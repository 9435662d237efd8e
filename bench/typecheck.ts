/** `tsc --noEmit` by the compiler that ts-morph carries, which is the one `apply` checks with. */
import { join } from "node:path";
import { getLibFiles, ts } from "../src/typescript.ts";

const library = "/library";
const texts = new Map(getLibFiles().map(({ fileName, text }) => [`${library}/${fileName}`, text]));

const root = process.argv[2] ?? ".";
const config = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path));
const parsed = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
const options = { ...parsed.options, noEmit: true };
const system = ts.createCompilerHost(options);
const host: typeof system = {
  ...system,
  fileExists: (path) => texts.has(path) || system.fileExists(path),
  readFile: (path) => texts.get(path) ?? system.readFile(path),
  getDefaultLibLocation: () => library,
  getDefaultLibFileName: (asked) => `${library}/${ts.getDefaultLibFileName(asked)}`,
  getSourceFile: (path, version) => {
    const text = texts.get(path) ?? system.readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, version);
  },
};
const program = ts.createProgram(parsed.fileNames, options, host);
const diagnostics = ts.getPreEmitDiagnostics(program);
for (const { messageText } of diagnostics.slice(0, 5)) {
  process.stdout.write(`${ts.flattenDiagnosticMessageText(messageText, "\n")}\n`);
}
process.exitCode = diagnostics.length === 0 ? 0 : 2;
