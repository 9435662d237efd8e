/** Whether the installed code of a dependency can become the project's own: small, permitted, and the same anywhere. */
import { ts } from "../../typescript.ts";
import type { VendoredModule } from "../../catalog/vendored.ts";
import type { PackageNode } from "../../project/graph.ts";
import type { Project } from "../../project/project.ts";
import { nearestConfig, readConfigOptions } from "../facts/configs.ts";
import { findInstalled } from "../installed/files.ts";
import { isRecord, readManifestIn } from "../installed/manifest.ts";
import { measureInstalled, runtimeDependencies } from "../installed/measure.ts";
import { staysElsewhere } from "../installed/twin.ts";
import { isOfNode, stateOf, whyBound } from "./code.ts";
import { readEntry } from "./entry.ts";
import { readExports } from "./exports.ts";
import { readLicence } from "./licence.ts";

/**
 * Up to here code is read once and rarely needs a fix of its publisher's; beyond, a project would have a library to keep
 * up. Measured as statements / characters of code (November 2026): within are ms 57/2044, bytes 59/2030, vary 48/1588,
 * kind-of 86/3026; beyond are depd 210/7994, debug 251/10785, minimatch 997/34922.
 */
const limits = { statements: 120, size: 4000 };
const worthReading = { files: 1, characters: 24_000 };

/** The code of a package as a workspace has it, or why it stays a package. Reads, never runs. */
export function qualify(project: Project, name: string, workspace: string): VendoredModule | string {
  if (name.startsWith("@types/")) return "it is types only";
  if (!project.graph.known) return `the tree is unknown, and with it the integrity: ${project.graph.reason}`;
  const { graph } = project.graph;
  const edge = graph.edges.get(graph.importers.get(workspace) ?? "")?.find((one) => one.name === name);
  const node = edge?.to === undefined ? undefined : graph.nodes.get(edge.to);
  if (node === undefined) return "the lockfile does not say which version this workspace has";
  const origin = whyNotAsPublished(node, name);
  if (origin !== undefined) return origin;
  const installed = findInstalled(project.disk, node);
  const manifest = installed === undefined ? undefined : readManifestIn(project.disk, installed);
  if (manifest === undefined) return "it is not installed, so its code is unknown";
  const { json, directory } = manifest;
  if (json["name"] !== node.name || json["version"] !== node.version)
    return `what is installed is ${String(json["name"])}@${String(json["version"])}, not what the lockfile says`;
  const scripts = isRecord(json["scripts"]) ? json["scripts"] : {};
  if (node.installScript === true || ["preinstall", "install", "postinstall"].some((key) => key in scripts))
    return "it has an install script";
  if (json["gypfile"] === true || project.disk.exists(`${directory}/binding.gyp`)) return "it has native code";
  const [needed] = runtimeDependencies(manifest);
  if (needed !== undefined) return `it needs ${needed}`;
  const licence = readLicence(project.disk, manifest);
  if ("refused" in licence) return licence.refused;
  const entry = readEntry(project.disk, manifest);
  if ("refused" in entry) return entry.refused;
  const measured = measureInstalled(project.disk, manifest, worthReading);
  if (measured === undefined) return "its code is in several files, too large, or cannot be read";
  if (measured.files[0] !== entry.path) return "its manifest can be read in more than one way";
  if (measured.statements > limits.statements || measured.size > limits.size)
    return `it is ${measured.statements} statements and ${measured.size} characters of code, more than a project should keep up by itself`;
  const [effect] = measured.sideEffects;
  if (effect !== undefined) return `loading it may do more than define things (${effect})`;
  const read = project.disk.read(entry.path);
  if (!("text" in read)) return "its code cannot be read";
  const text = read.text
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n")
    .replace(/^#!.*\n/, "");
  const source = ts.createSourceFile("vendored.js", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  if (ts.isExternalModule(source) !== (entry.format === "esm"))
    return "its code is not of the module kind its manifest says";
  const bound = whyBound(source);
  if (bound !== undefined) return bound;
  const compiler = entry.format === "cjs" && !isStrict(source) ? compilerOf(project) : undefined;
  if (compiler !== undefined) return `its code is not in strict mode, and ${compiler} may put it there`;
  const exported = readExports(source, entry.format);
  if ("refused" in exported) return exported.refused;
  const state = stateOf(source);
  if (state !== undefined && staysElsewhere(project, node.name, name))
    return `${state}, and another copy of it stays in the tree`;
  return {
    package: name,
    version: node.version ?? "",
    licence: licence.name,
    notice: licence.notice,
    integrity: node.integrity ?? "",
    source,
    format: entry.format,
    exports: exported.exports,
    table: exported.table,
    state,
    isOfNode: isOfNode(source),
  };
}

/** A patch of its code is for the judge of every removal to refuse. */
function whyNotAsPublished(node: PackageNode, name: string): string | undefined {
  if (node.source !== "registry" || node.name !== name) return "it is not the registry's package of that name";
  return node.integrity === undefined || node.integrity === "" ? "the lockfile has no integrity for it" : undefined;
}

function isStrict({ statements }: ts.SourceFile): boolean {
  for (const statement of statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) return false;
    if (statement.expression.text === "use strict") return true;
  }
  return false;
}

/** What compiles the project's own files and not those of node_modules. */
function compilerOf({ root, manifests, disk }: Project): string | undefined {
  const names = manifests.flatMap(({ dependencies }) => dependencies.map(({ name }) => name));
  const compiler = names.find((name) => /^(?:@babel\/core|babel-core|@swc\/core)$/.test(name));
  if (compiler !== undefined) return compiler;
  return manifests
    .flatMap(({ directory }) => nearestConfig(disk, directory === "" ? "a" : `${directory}/a`) ?? [])
    .find((config) => {
      const options = readConfigOptions(root, disk, config);
      return options === undefined || options.allowJs === true || options.checkJs === true;
    });
}
