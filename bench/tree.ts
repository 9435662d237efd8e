/** Writes a generated project: sources, a tsconfig, a manifest, installed packages and a lockfile. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { candidates, lasting } from "./candidates.ts";
import { seeded } from "./random.ts";
import { makeSource, pathOf } from "./source.ts";

export interface Tree {
  readonly root: string;
  readonly files: number;
  readonly bytes: number;
}

/** Makes the same tree for the same number of files and seed. `nodeTypes` is the directory of an installed @types/node. */
export function writeTree(root: string, files: number, seed: number, nodeTypes: string): Tree {
  const random = seeded(seed);
  let bytes = 0;
  for (let index = 0; index < files; index += 1) {
    const { path, text } = makeSource(index, files, random);
    bytes += text.length;
    write(join(root, path), text);
  }
  const types = `^${versionOf(nodeTypes)}`;
  writeManifest(root, { "@types/node": types });
  for (const name of lasting)
    install(root, name, "1.0.0", "export declare function use(value: unknown): number;\n", bulk(name));
  for (const { name, version, types, source } of candidates) install(root, name, version, types, source);
  cpSync(nodeTypes, join(root, "node_modules/@types/node"), { recursive: true });
  cpSync(join(nodeTypes, "../../undici-types"), join(root, "node_modules/undici-types"), { recursive: true });
  return { root, files, bytes };
}

function writeManifest(root: string, devDependencies: Readonly<Record<string, string>>): void {
  const dependencies = Object.fromEntries([
    ...lasting.map((name) => [name, "1.0.0"]),
    ...candidates.map(({ name, version }) => [name, version]),
  ]);
  const manifest = {
    name: "harbour",
    version: "1.0.0",
    private: true,
    type: "module",
    main: `./${pathOf(0)}`,
    engines: { node: ">=20.12" },
    dependencies,
    devDependencies,
  };
  const compilerOptions = {
    target: "ES2022",
    lib: ["ES2022"],
    module: "NodeNext",
    moduleResolution: "NodeNext",
    esModuleInterop: true,
    strict: true,
    allowJs: true,
    skipLibCheck: true,
    types: ["node"],
    noEmit: true,
  };
  const packages = Object.fromEntries(
    [...Object.entries(dependencies), ...Object.entries(devDependencies)].map(([name, version]) => [
      `node_modules/${name}`,
      { version: String(version).replace("^", ""), license: "MIT", ...(name in devDependencies ? { dev: true } : {}) },
    ]),
  );
  const root_ = {
    name: manifest.name,
    version: manifest.version,
    dependencies,
    devDependencies,
    engines: manifest.engines,
  };
  const lock = {
    name: manifest.name,
    version: manifest.version,
    lockfileVersion: 3,
    requires: true,
    packages: { "": root_, ...packages },
  };
  write(join(root, "package.json"), json(manifest));
  write(join(root, "tsconfig.json"), json({ compilerOptions, include: ["src"] }));
  write(join(root, "package-lock.json"), json(lock));
}

function install(root: string, name: string, version: string, types: string, source: string): void {
  const directory = join(root, "node_modules", name);
  write(join(directory, "package.json"), json({ name, version, main: "index.js", types: "index.d.ts" }));
  write(join(directory, "index.d.ts"), types);
  write(join(directory, "index.js"), source);
}

/** A package too large to be called trivial. */
function bulk(name: string): string {
  const functions = Array.from(
    { length: 200 },
    (_, nth) => `function part${nth}(value) {\n  return value > ${nth} ? value - ${nth} : value;\n}\n`,
  );
  return `// ${name}\n${functions.join("\n")}\nexports.use = (value) => part0(Number(value));\n`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function versionOf(directory: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) return String(manifest.version);
  throw new Error(`${directory} has no version`);
}
