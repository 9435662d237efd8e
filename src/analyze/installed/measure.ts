import { ts } from "../../typescript.ts";
import type { Disk } from "../../project/project.ts";
import { capabilitiesOf, type Capability } from "./capabilities.ts";
import { entryFiles, join, resolveFile } from "./entry.ts";
import { exportsOf } from "./exports.ts";
import { type InstalledManifest, isRecord } from "./manifest.ts";
import { sideEffectsOf } from "./side-effects.ts";

/** What the code is that runs when a package is imported: its entry and every file of its own that this one loads. */
export interface Measurement {
  /** Relative to the root. */
  readonly files: readonly string[];
  /** Statements, and expression bodies of arrow functions. */
  readonly statements: number;
  /** Characters of code, without comments and with whitespace collapsed. */
  readonly size: number;
  /** Names exported; "default" for `module.exports = …`. */
  readonly exports: readonly string[];
  /** What its manifest asks for at run time. */
  readonly dependencies: readonly string[];
  /** What loading does beside defining things, as "file:line code". */
  readonly sideEffects: readonly string[];
  readonly capabilities: readonly Capability[];
}

/** What is worth parsing: files, and characters with comments. A small package has far less. */
export interface MeasureLimits {
  readonly files: number;
  readonly characters: number;
  /** Statements and characters of code beyond which it is not asked how large it is; none when absent. */
  readonly code?: { readonly statements: number; readonly size: number };
}

/**
 * Measures the installed code of a package by its syntax, running none of it. Undefined when it has no entry in
 * JavaScript, when that cannot be parsed, or when it passes the limits.
 */
export function measureInstalled(
  disk: Disk,
  manifest: InstalledManifest,
  limits: MeasureLimits,
): Measurement | undefined {
  const waiting = entryFiles(disk, manifest);
  const files: string[] = [];
  const exports = new Set<string>();
  const sideEffects: string[] = [];
  const capabilities = new Set<Capability>();
  let statements = 0;
  let size = 0;
  let characters = 0;
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (files.includes(path)) continue;
    const read = disk.read(path);
    if (!("text" in read) || files.length === limits.files) return undefined;
    characters += read.text.length;
    if (characters > limits.characters) return undefined;
    const file = ts.createSourceFile(path, read.text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
    if (hasErrors(file)) return undefined;
    if (files.length === 0) for (const name of exportsOf(file)) exports.add(name);
    files.push(path);
    // Printing takes longer than parsing: what has too many statements is not printed.
    statements += countStatements(file);
    if (statements > (limits.code?.statements ?? Infinity)) return undefined;
    size += codeSize(file);
    if (size > (limits.code?.size ?? Infinity)) return undefined;
    sideEffects.push(...sideEffectsOf(file));
    for (const capability of capabilitiesOf(file)) capabilities.add(capability);
    for (const specifier of relativeSpecifiers(file)) {
      const next = resolveFile(disk, join(path, `../${specifier}`));
      // Data it loads is part of what it is, and what cannot be found cannot be judged.
      if (next === undefined) return undefined;
      waiting.push(next);
    }
  }
  if (files.length === 0) return undefined;
  return {
    files,
    statements,
    size,
    exports: [...exports],
    dependencies: runtimeDependencies(manifest),
    sideEffects,
    capabilities: [...capabilities].sort(),
  };
}

/** What a manifest asks for at run time, peers included. */
export function runtimeDependencies({ json }: InstalledManifest): string[] {
  const sections = [json["dependencies"], json["optionalDependencies"], json["peerDependencies"]];
  return sections.flatMap((section) => (isRecord(section) ? Object.keys(section) : []));
}

function countStatements(file: ts.SourceFile): number {
  let count = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isStatement(node) && !ts.isBlock(node) && !ts.isEmptyStatement(node)) count += 1;
    else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) count += 1;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return count;
}

function codeSize(file: ts.SourceFile): number {
  return ts.createPrinter({ removeComments: true }).printFile(file).replace(/\s+/g, " ").length;
}

function relativeSpecifiers(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && /^\.{1,2}(?:\/|$)/.test(node.text) && isSpecifier(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isSpecifier({ parent }: ts.Node): boolean {
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  if (!ts.isCallExpression(parent)) return false;
  const called = parent.expression;
  return called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === "require");
}

function hasErrors(file: ts.SourceFile): boolean {
  return "parseDiagnostics" in file && Array.isArray(file.parseDiagnostics) && file.parseDiagnostics.length > 0;
}
