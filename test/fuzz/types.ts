/** Type checks the TypeScript programs, many at once, before and after. */
import { ts } from "../../src/typescript.ts";
import { createProgramHost } from "../../src/analyze/facts/program.ts";
import type { Runnable } from "./execute.ts";
import { projectOf } from "./world.ts";

const parsed = new Map<string, ts.SourceFile>();

/** The diagnostics of a program, without their places. */
export function diagnose({ files, installed }: Runnable): readonly string[] {
  const project = projectOf(files, installed);
  const host = createProgramHost(project.root, project.disk);
  const config: { compilerOptions: object } = JSON.parse(files["tsconfig.json"] ?? "{}");
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, project.root);
  const roots = Object.keys(files).filter((path) => /\.[cm]?tsx?$/.test(path));
  const program = ts.createProgram(
    roots.map((path) => `${project.root}/${path}`),
    { ...options, noEmit: true, skipLibCheck: true },
    {
      ...host,
      getSourceFile(path, target, ...rest) {
        if (!path.startsWith("/@typescript/lib/")) return host.getSourceFile(path, target, ...rest);
        const known = parsed.get(path) ?? host.getSourceFile(path, target, ...rest);
        if (known !== undefined) parsed.set(path, known);
        return known;
      },
    },
  );
  return ts.getPreEmitDiagnostics(program).map(({ code, file, messageText }) => {
    const path = file?.fileName.slice(project.root.length + 1) ?? "";
    return `${path}: TS${code}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}
