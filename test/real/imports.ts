/** Finds imports that no manifest declares, with nothing of the engine: a walk of its own over the syntax. */
import { existsSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, extname, join } from "node:path";
import { ts } from "../../src/typescript.ts";
import { listTree } from "./tree.ts";

const extensions = new Set([".js", ".cjs", ".mjs", ".jsx", ".ts", ".cts", ".mts", ".tsx"]);

/** "file imports package" for every import of a package that the nearest manifest does not declare, sorted. */
export function undeclaredImports(root: string): string[] {
  const found = new Set<string>();
  for (const path of [...listTree(root).keys()].filter((path) => isSource(root, path))) {
    const declared = declaredNear(root, path);
    for (const name of importedPackages(readFileSync(join(root, path), "utf8"))) {
      if (!declared.has(name)) found.add(`${path} imports ${name}`);
    }
  }
  return [...found].sort();
}

/** JavaScript or TypeScript, commands without an extension too. */
export function isSource(root: string, path: string): boolean {
  if (extensions.has(extname(path))) return true;
  return extname(path) === "" && /^#!.*\bnode\b/.test(readFileSync(join(root, path), "utf8").slice(0, 80));
}

export function importedPackages(text: string): Set<string> {
  // Read as TypeScript with JSX: what either language has, the other tolerates in a file that is only read.
  const source = ts.createSourceFile("file.tsx", text, ts.ScriptTarget.ESNext, true);
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined && ts.isStringLiteralLike(specifier)) names.push(specifier.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const packages = names.filter((name) => name !== "" && !/^[./#]|^[a-z]+:/i.test(name) && !isBuiltin(name));
  return new Set(packages.map(packageOf));
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (!ts.isCallExpression(node)) return undefined;
  const isDynamic = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === "require" && !hasOwnRequire(node);
  return isDynamic || isRequire ? node.arguments[0] : undefined;
}

/** A bundle hands each of its modules a `require` of its own. */
function hasOwnRequire(node: ts.Node): boolean {
  if (ts.isFunctionLike(node) && node.parameters.some(({ name }) => ts.isIdentifier(name) && name.text === "require"))
    return true;
  return node.parent !== undefined && hasOwnRequire(node.parent);
}

function packageOf(specifier: string): string {
  const [first = "", second = ""] = specifier.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

function declaredNear(root: string, path: string): Set<string> {
  let directory = dirname(path);
  while (directory !== "." && !existsSync(join(root, directory, "package.json"))) directory = dirname(directory);
  const manifest = readFixtureManifest(join(root, directory));
  const sections = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
  const names = sections.flatMap((section) => Object.keys(manifest[section] ?? {}));
  return new Set([...names, ...(typeof manifest["name"] === "string" ? [manifest["name"]] : [])]);
}

export function readManifest(directory: string): Readonly<Record<string, unknown>> {
  return readObject(join(directory, "package.json"));
}

/** A manifest of a fixture may be no object on purpose. */
function readFixtureManifest(directory: string): Readonly<Record<string, unknown>> {
  try {
    return readManifest(directory);
  } catch {
    return {};
  }
}

export function readObject(path: string): Readonly<Record<string, unknown>> {
  const json: unknown = JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  return asObject(json, path);
}

export function asObject(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error(`${what} is no object`);
  return Object.fromEntries(Object.entries(value));
}
