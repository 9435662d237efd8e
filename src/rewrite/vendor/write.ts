/** The text of a module that holds a package's own code: where it is from, under which licence, and what is used of it. */
import type { RecipeReplacement } from "../../catalog/catalog.ts";
import type { VendoredModule } from "../../catalog/vendored.ts";
import type { Project } from "../../project/project.ts";
import type { Shape } from "../helper/exports.ts";
import { applyEdits } from "../removal.ts";
import type { FileStyle } from "../style.ts";
import { prune } from "./prune.ts";

/** The package's own code, where that is what stands in for its exports. */
export function vendoredIn(replacements: ReadonlyMap<string, RecipeReplacement>): VendoredModule | undefined {
  const first = [...replacements.values()].find(({ kind }) => kind === "vendored");
  return first?.kind === "vendored" ? first.code : undefined;
}

/**
 * The module's text for the exports that are asked for. The code stays as its authors wrote it, so that it can be compared
 * with what they published. A CommonJS package whose module.exports is one value keeps what else that value carries.
 */
export function writeVendored(project: Project, code: VendoredModule, shape: Shape, eol: FileStyle["eol"]): string {
  const asked = [...(shape.self ? ["default"] : []), ...shape.members, ...shape.named];
  const isOne = code.format === "cjs" && code.exports.has("default");
  const edits = prune(code, new Set(isOne ? code.exports.keys() : asked));
  const body = `${applyEdits(code.source.text, edits).trim()}\n`;
  const text = `${heading(project, code, edits.length > 0)}${body}`;
  return eol === "\n" ? text : text.replaceAll("\n", eol);
}

function heading(project: Project, code: VendoredModule, isPart: boolean): string {
  const lockfile = project.graph.known ? project.graph.graph.source : "the lockfile";
  const lines = [
    `${code.package} ${code.version} (${code.licence})${isPart ? ", what is used of it" : ""}.`,
    `Integrity of its tarball by ${lockfile}: ${code.integrity}`,
    "The code is that of node_modules, which was not checked against the tarball.",
    ...(code.notice === "" ? [] : ["", ...code.notice.split("\n")]),
  ];
  const comment = lines.map((line) => ` * ${line}`.trimEnd()).join("\n");
  return `/*!\n${comment}\n */\n${isLinted(project) ? "/* eslint-disable */\n" : ""}`;
}

/** True where a linter would judge the code by the project's rules. */
function isLinted({ manifests }: Project): boolean {
  return manifests.some(({ dependencies }) => dependencies.some(({ name }) => /^(?:eslint|xo|standard)$/.test(name)));
}
