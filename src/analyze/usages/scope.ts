/**
 * Names and what they are bound to, by TypeScript's own binder: programs over the files that mention a candidate, with
 * nothing resolved and no library, so that it costs a parse and a bind and knows hoisting and shadowing exactly.
 */
import { ts } from "../../typescript.ts";
import type { Component } from "./component.ts";
import type { SourceFile } from "../../project/project.ts";
import { parseShallow } from "./depth.ts";
import { isStillGlobal } from "./expando.ts";

export interface SourceText {
  readonly file: SourceFile;
  /** The file's text; of a component the whole of it. */
  readonly text: string;
  /** A component read as a program. */
  readonly component?: Component;
}

export interface Scope {
  /** The syntax of a file by its path; undefined when it was not given or does not parse. */
  source(path: string): ts.SourceFile | undefined;
  /** The syntax of the first `end` units of a file, which end with a line; undefined when they do not parse. */
  beginning(path: string, end: number): ts.SourceFile | undefined;
  /** Where a file does not parse: line from 1, and the message. */
  syntaxError(path: string): { readonly line: number; readonly message: string } | undefined;
  /** What an identifier is bound to by a declaration in its own file; undefined for globals. */
  symbolOf(identifier: ts.Identifier): ts.Symbol | undefined;
  /** The declaration in this file that a name would find from there; undefined when it is the global. */
  lookup(name: string, from: ts.Node): ts.Symbol | undefined;
  /** True where the types that the file declares may be trusted. */
  trusts(source: ts.SourceFile): boolean;
  /** Every identifier of a file by its text, in order. */
  identifiers(source: ts.SourceFile): ReadonlyMap<string, readonly ts.Identifier[]>;
  /** Lets go of a file's syntax, which nobody will look at any more. */
  forget(path: string): void;
}

const options: ts.CompilerOptions = {
  allowJs: true,
  noLib: true,
  noResolve: true,
  types: [],
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.Preserve,
  experimentalDecorators: true,
};

/** Octal numbers and escapes, and decimals that begin with 0: errors in strict code, where a program would not run. */
const sloppy: ReadonlySet<number> = new Set([1085, 1121, 1487, 1488, 1489]);

const scriptKinds = {
  js: ts.ScriptKind.JSX,
  jsx: ts.ScriptKind.JSX,
  ts: ts.ScriptKind.TS,
  tsx: ts.ScriptKind.TSX,
  dts: ts.ScriptKind.TS,
} as const;

/**
 * Parses each of those files when it is first looked at, and binds them when a name of one is first asked about. Paths are
 * kept; a file without an ending is read as JavaScript. `trusts` tells, by the path, whether the types that a file declares
 * are checked; none is trusted without it. `isAsked` tells which files are sure to be asked about: those are bound
 * together, and the others together, if at all.
 */
export function createScope(
  texts: readonly SourceText[],
  trusts: (path: string) => boolean = () => false,
  isAsked: (path: string) => boolean = () => true,
): Scope {
  const byName = new Map(texts.map((text) => [programName(text.file), text]));
  const byPath = new Map(texts.map((text) => [text.file.path, text]));
  const parsed = new Map<string, ts.SourceFile>();
  const tooDeep = new Set<string>();
  const identifiers = new Map<ts.SourceFile, ReadonlyMap<string, readonly ts.Identifier[]>>();
  const trusted = new Map<ts.SourceFile, boolean>();

  const parseText = ({ file }: SourceText, text: string): ts.SourceFile | undefined =>
    parseShallow(programName(file), text, scriptKinds[file.language], file.moduleKind === "esm");
  const parse = (path: string): ts.SourceFile | undefined => {
    const known = parsed.get(path);
    const given = byPath.get(path);
    if (known !== undefined || given === undefined || tooDeep.has(path)) return known;
    const source = parseText(given, given.component?.code ?? given.text);
    if (source === undefined) tooDeep.add(path);
    else parsed.set(path, source);
    return source;
  };
  // A file need not be part of a program to be asked what is wrong with its syntax.
  const none = bindTogether(new Map(), parse);
  const programs = new Map<boolean, ts.Program>();
  const checkerOf = (node: ts.Node): ts.TypeChecker => {
    const first = isAsked(byName.get(node.getSourceFile().fileName)?.file.path ?? "");
    const known = programs.get(first);
    if (known !== undefined) return known.getTypeChecker();
    const members = [...byName].filter(([, { file }]) => isAsked(file.path) === first);
    const program = bindTogether(new Map(members), parse);
    programs.set(first, program);
    return program.getTypeChecker();
  };

  const firstError = (source: ts.SourceFile): ts.DiagnosticWithLocation | undefined =>
    none.getSyntacticDiagnostics(source).find(({ code }) => !sloppy.has(code));
  const syntaxError: Scope["syntaxError"] = (path) => {
    const source = parse(path);
    if (tooDeep.has(path)) return { line: 1, message: "its expressions are nested too deeply" };
    const first = source && firstError(source);
    if (source === undefined || first === undefined) return undefined;
    return {
      line: source.getLineAndCharacterOfPosition(first.start).line + 1,
      message: ts.flattenDiagnosticMessageText(first.messageText, " "),
    };
  };

  return {
    source: (path) => (syntaxError(path) === undefined ? parse(path) : undefined),
    beginning(path, end) {
      const given = byPath.get(path);
      const source = given && parseText(given, given.text.slice(0, end));
      return source === undefined || firstError(source) !== undefined ? undefined : source;
    },
    syntaxError,
    symbolOf(identifier) {
      const parent = identifier.parent;
      if (ts.isShorthandPropertyAssignment(parent))
        return checkerOf(identifier).getShorthandAssignmentValueSymbol(parent);
      if (ts.isExportSpecifier(parent))
        return parent.parent.parent.moduleSpecifier
          ? undefined
          : checkerOf(identifier).getExportSpecifierLocalTargetSymbol(parent);
      return checkerOf(identifier).getSymbolAtLocation(identifier);
    },
    lookup: (name, from) =>
      checkerOf(from)
        .getSymbolsInScope(from, ts.SymbolFlags.Value | ts.SymbolFlags.Alias)
        .find((symbol) => symbol.name === name && (symbol.declarations?.length ?? 0) > 0 && !isStillGlobal(symbol)),
    trusts(source) {
      const known =
        trusted.get(source) ?? (!isUnchecked(source) && trusts(byName.get(source.fileName)?.file.path ?? ""));
      trusted.set(source, known);
      return known;
    },
    identifiers(source) {
      const known = identifiers.get(source);
      if (known !== undefined) return known;
      const found = new Map<string, ts.Identifier[]>();
      const visit = (node: ts.Node): void => {
        if (ts.isIdentifier(node)) {
          const list = found.get(node.text);
          if (list === undefined) found.set(node.text, [node]);
          else list.push(node);
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
      identifiers.set(source, found);
      return found;
    },
    forget(path) {
      const source = parsed.get(path);
      if (source === undefined) return;
      parsed.delete(path);
      identifiers.delete(source);
      trusted.delete(source);
    },
  };
}

/** One program of those files, with nothing resolved and no library: binding happens when its checker is first asked for. */
function bindTogether(
  members: ReadonlyMap<string, SourceText>,
  parse: (path: string) => ts.SourceFile | undefined,
): ts.Program {
  const host: ts.CompilerHost = {
    getSourceFile(name) {
      const given = members.get(name);
      return given === undefined ? undefined : parse(given.file.path);
    },
    getDefaultLibFileName: () => "/lib.d.ts",
    writeFile: () => undefined,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (name) => members.has(name),
    readFile: (name) => members.get(name)?.text,
    directoryExists: () => false,
  };
  return ts.createProgram([...members.keys()], options, host);
}

/** True for a file whose types the compiler is told not to check. */
export function isUnchecked(source: ts.SourceFile): boolean {
  return source.text.slice(0, 2000).includes("@ts-nocheck");
}

function programName(file: SourceFile): string {
  return /\.[cm]?[jt]sx?$/.test(file.path) ? `/${file.path}` : `/${file.path}.js`;
}
