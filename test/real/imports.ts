/** Finds imports that no manifest declares, with nothing of the engine: specifiers by TypeScript's own pre-processing. */
import { existsSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, extname, join } from "node:path";
import { ts } from "ts-morph";
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
  const { importedFiles } = ts.preProcessFile(text, true, true);
  const names = importedFiles.map((file) => file.fileName).filter((name) => !/^[./#]|^[a-z]+:/i.test(name));
  return new Set(names.filter((name) => name !== "" && !isBuiltin(name)).map(packageOf));
}

function packageOf(specifier: string): string {
  const [first = "", second = ""] = specifier.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

function declaredNear(root: string, path: string): Set<string> {
  let directory = dirname(path);
  while (directory !== "." && !existsSync(join(root, directory, "package.json"))) directory = dirname(directory);
  const manifest = readManifest(join(root, directory));
  const sections = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
  const names = sections.flatMap((section) => Object.keys(manifest[section] ?? {}));
  return new Set([...names, ...(typeof manifest["name"] === "string" ? [manifest["name"]] : [])]);
}

export function readManifest(directory: string): Readonly<Record<string, unknown>> {
  return readObject(join(directory, "package.json"));
}

export function readObject(path: string): Readonly<Record<string, unknown>> {
  const json: unknown = JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  return asObject(json, path);
}

export function asObject(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error(`${what} is no object`);
  return Object.fromEntries(Object.entries(value));
}
