/** Names that a configuration leads to something else than the package: aliases, name mappers, roots of one's own. */
import { ts } from "../typescript.ts";
import type { Project } from "../project/project.ts";
import { isConfig } from "../project/source/names.ts";
import { readConfigOptions } from "./facts/configs.ts";
import { jsonTokens } from "./tools/json.ts";

/** Why a package's name may mean something else, a sentence for each place, by package. */
export function findMappings(project: Project, names: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>([...names].map((name) => [name, []]));
  const add = (name: string, reason: string): void => {
    const reasons = found.get(name);
    if (reasons !== undefined && !reasons.includes(reason)) reasons.push(reason);
  };
  const files = [...project.sources, ...project.texts.filter(({ kind }) => kind === "config")].map(({ path }) => path);
  for (const path of [...files.filter(isSetting), ...project.manifests.map((manifest) => manifest.path)])
    for (const { setting, key } of mappedKeys(project, path))
      for (const name of names)
        if (setting === "alias" ? isAliasOf(key, name) : matches(key, name))
          add(name, `"${setting}" in ${path} maps it to something else`);
  for (const { directory } of project.manifests)
    for (const file of project.disk.list(directory).filter((name) => /^[jt]sconfig(?:\..+)?\.json$/.test(name)))
      for (const [name, own] of ownFiles(project, directory === "" ? file : `${directory}/${file}`, names))
        add(name, `${own} answers to its name, by ${directory === "" ? file : `${directory}/${file}`}`);
  return found;
}

function isSetting(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return isConfig(name) || /jest|vite|webpack|rollup|karma|babel|metro|storybook|esbuild/i.test(name);
}

interface MappedKey {
  readonly setting: "alias" | "moduleNameMapper";
  readonly key: string;
}

function mappedKeys(project: Project, path: string): MappedKey[] {
  const file = project.disk.read(path);
  if (!("text" in file) || !/alias|moduleNameMapper/.test(file.text)) return [];
  const found: MappedKey[] = [];
  if (!/\.[cm]?[jt]sx?$/.test(path)) {
    for (const { isKey, path: way, value } of jsonTokens(file.text))
      if (isKey && way.at(-1) === "moduleNameMapper") found.push({ setting: "moduleNameMapper", key: value });
    return found;
  }
  const source = ts.createSourceFile(path, file.text, ts.ScriptTarget.ESNext, false);
  const visit = (node: ts.Node, setting: MappedKey["setting"] | undefined): void => {
    if (setting !== undefined && ts.isPropertyAssignment(node) && !ts.isComputedPropertyName(node.name))
      found.push({ setting, key: node.name.text });
    ts.forEachChild(node, (child) => visit(child, settingOf(node) ?? setting));
  };
  visit(source, undefined);
  return found;
}

/** The setting whose value a property, a variable or an assignment holds. */
function settingOf(node: ts.Node): MappedKey["setting"] | undefined {
  if (!ts.isPropertyAssignment(node) && !ts.isVariableDeclaration(node)) return undefined;
  const name = ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : "";
  if (/modulenamemapper/i.test(name)) return "moduleNameMapper";
  return /^(?:\w+A|a)lias(?:es)?$/.test(name) ? "alias" : undefined;
}

function isAliasOf(key: string, name: string): boolean {
  return key === name || key === `${name}$` || key.startsWith(`${name}/`);
}

/** True when a pattern, or what cannot be read as one, may mean the name. */
function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern).test(name);
  } catch {
    return pattern.includes(name);
  }
}

/** The project's own files that a compiler option puts in the place of a package. Declarations alone change no code. */
function ownFiles(project: Project, config: string, names: ReadonlySet<string>): [name: string, file: string][] {
  if (!project.disk.exists(config)) return [];
  const options = readConfigOptions(project.root, project.disk, config);
  if (options === undefined || (options.baseUrl === undefined && options.paths === undefined)) return [];
  const directory = config.slice(0, Math.max(0, config.lastIndexOf("/")));
  const base = relativeTo(project.root, options.baseUrl) ?? directory;
  const roots = Object.entries(options.paths ?? {}).flatMap(([pattern, targets]) => (pattern === "*" ? targets : []));
  if (options.baseUrl !== undefined) roots.push("*");
  const found: [string, string][] = [];
  for (const name of names)
    for (const target of roots) {
      const path = joinPaths(base, target.replace("*", name));
      const own = [".ts", ".tsx", ".js", ".jsx", "/index.ts", "/index.tsx", "/index.js"].map((end) => path + end);
      const file = own.find((one) => !one.includes("node_modules/") && project.disk.exists(one));
      if (file !== undefined) found.push([name, file]);
    }
  return found;
}

function relativeTo(root: string, path: string | undefined): string | undefined {
  if (path === undefined || !path.startsWith(root)) return undefined;
  return path.slice(root.length).replace(/^\//, "");
}

function joinPaths(base: string, path: string): string {
  const clean = path.replace(/^\.\//, "");
  return base === "" ? clean : `${base}/${clean}`;
}
