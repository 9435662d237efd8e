/** One configuration checked twice: as the project is, and as it will be, where only what is affected is checked again. */
import { ts } from "../../typescript.ts";
import type { Disk } from "../../project/project.ts";
import type { Config } from "./configs.ts";
import { createViewHost, setVersion, versionOf, type ParsedFiles, type View, type ViewHost } from "./host.ts";

export interface CheckedConfig {
  /** True when the file (absolute) is part of the program as it is. */
  has(path: string): boolean;
  /** Diagnostics before and after; undefined when nothing of this program differs. */
  compare(
    config: Config,
    view: View,
  ): { readonly before: readonly ts.Diagnostic[]; readonly after: readonly ts.Diagnostic[] } | undefined;
}

const unchanged: View = { texts: new Map(), directories: new Set(), gone: () => new Set() };

/** Opens a configuration. Nothing is checked until a view differs from the disk. */
export function openConfig(root: string, disk: Disk, config: Config): CheckedConfig {
  const parsed: ParsedFiles = new Map();
  const open = (of: Config, view: View) => {
    const host = createViewHost(root, disk, view, of.options, parsed);
    const { files: rootNames, options, references: projectReferences } = of;
    return { host, program: ts.createProgram({ rootNames, options, projectReferences, host }) };
  };
  const before = open(config, unchanged);
  let builder: ts.SemanticDiagnosticsBuilderProgram | undefined;
  return {
    has: (path) => before.program.getSourceFile(path) !== undefined,
    compare(changed, view) {
      const after = open(changed, view);
      const { affected, anew } = differing(before, after);
      if (affected.size === 0) return undefined;
      builder ??= ts.createSemanticDiagnosticsBuilderProgram(before.program, before.host);
      const old = diagnosticsOf(before.program, builder, affected);
      for (const path of affected) signShape(builder, before.program, path, anew.has(path));
      const files = [...affected].flatMap((path) => after.program.getSourceFile(path) ?? []);
      // A module without types is no file of the program: only its importer can show that it has gone.
      for (const file of files) setVersion(file, `${versionOf(file.text)}, resolved anew`);
      const next = ts.createSemanticDiagnosticsBuilderProgram(after.program, after.host, builder);
      const result = { before: old, after: diagnosticsOf(after.program, next, affected) };
      for (const file of files) setVersion(file, versionOf(file.text));
      return result;
    },
  };
}

interface Opened {
  readonly program: ts.Program;
  readonly host: ViewHost;
}

interface Difference {
  /** Files that are new, gone, changed, or that import something which now resolves differently. */
  readonly affected: ReadonlySet<string>;
  /** Those that import something which now resolves differently. */
  readonly anew: ReadonlySet<string>;
}

function differing(before: Opened, after: Opened): Difference {
  const files = new Set<string>();
  const anew = new Set<string>();
  const older = new Map(before.program.getSourceFiles().map((file) => [file.fileName, file]));
  for (const file of after.program.getSourceFiles()) {
    if (older.get(file.fileName) !== file) files.add(file.fileName);
    older.delete(file.fileName);
  }
  for (const path of older.keys()) files.add(path);
  for (const [key, target] of after.host.resolved) {
    if (before.host.resolved.has(key) && before.host.resolved.get(key) !== target) anew.add(key.split("\0")[0] ?? "");
  }
  return { affected: new Set([...files, ...anew]), anew };
}

/** What the compiler's builder keeps of a file, and how it tells a change that importers see; neither has a public name. */
interface Signatures {
  readonly state: { readonly fileInfos: ReadonlyMap<string, { signature: string | undefined }> };
}

type ComputeSignature = (
  program: ts.Program,
  file: ts.SourceFile,
  cancellation: undefined,
  host: object,
  onNew: (signature: string) => void,
) => void;

function hasSignatures(builder: object): builder is Signatures {
  const state: unknown = Reflect.get(builder, "state");
  return typeof state === "object" && state !== null && Reflect.get(state, "fileInfos") instanceof Map;
}

function isComputeSignature(value: unknown): value is ComputeSignature {
  return typeof value === "function";
}

/**
 * Gives a file of the program as it is the signature of its declarations, as the builder does for every later program, so
 * that a change within functions leaves out its importers. What a file imports anew may mean something else under the same
 * declarations: its importers are all checked again.
 */
function signShape(builder: object, program: ts.Program, path: string, isAnew: boolean): void {
  const file = program.getSourceFile(path);
  if (file === undefined || file.isDeclarationFile || !hasSignatures(builder)) return;
  const internal: unknown = Reflect.get(ts, "BuilderState");
  const compute: unknown =
    typeof internal === "object" && internal !== null ? Reflect.get(internal, "computeDtsSignature") : undefined;
  const resolved: unknown = Reflect.get(file, "resolvedPath");
  const info = builder.state.fileInfos.get(String(resolved));
  if (info === undefined || !isComputeSignature(compute)) return;
  // What the builder takes for the first program, which nothing that comes after is equal to.
  info.signature = versionOf(file.text);
  if (isAnew) return;
  compute(program, file, undefined, { getCanonicalFileName: (name: string) => name }, (signature) => {
    info.signature = signature;
  });
}

/** All that `tsc --noEmit` would say; of declaration files to be emitted, what concerns the given files. */
function diagnosticsOf(
  program: ts.Program,
  builder: ts.SemanticDiagnosticsBuilderProgram,
  affected: ReadonlySet<string>,
): readonly ts.Diagnostic[] {
  const { declaration, composite } = program.getCompilerOptions();
  const emitted = declaration === true || composite === true ? [...affected] : [];
  const declarations = emitted.flatMap((path) => {
    const file = program.getSourceFile(path);
    return file === undefined || file.isDeclarationFile ? [] : program.getDeclarationDiagnostics(file);
  });
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getSyntacticDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...builder.getSemanticDiagnostics(),
    ...declarations,
  ];
}
