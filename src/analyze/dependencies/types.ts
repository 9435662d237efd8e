import { ts } from "../../typescript.ts";
import type { Dependency } from "../../project/project.ts";
import { isRecord, readInstalledManifest } from "../installed/manifest.ts";
import { typedPackage } from "../tools/specifier.ts";
import { type Context, usagesOf } from "./context.ts";

/** What a types package is for. `needed` has the reason, `idle` why nothing reads it, `with` the package it goes with. */
export type TypesNeed =
  | { readonly kind: "needed"; readonly text: string }
  | { readonly kind: "with"; readonly name: string }
  | { readonly kind: "idle"; readonly text: string };

/** Whether a dependency on `@types/…` is read by the compiler. Undefined for any other dependency. */
export function typesNeed(context: Context, { name, workspace }: Dependency): TypesNeed | undefined {
  const typed = typedPackage(name);
  if (typed === undefined) return undefined;
  const own = usagesOf(context, name, workspace);
  if (own.some(({ form }) => form !== "peer")) return { kind: "needed", text: `it is named in ${own[0]!.file}` };
  if (typed === "node") {
    return usesTypeScript(context)
      ? { kind: "needed", text: "the project uses TypeScript" }
      : { kind: "idle", text: "nothing in the project is checked by TypeScript" };
  }
  const shipped = shipsTypes(context, name, typed, workspace);
  if (shipped !== undefined) return { kind: "idle", text: shipped };
  if (
    context.manifest({ name, workspace, range: "", kind: "dev" }).dependencies.some((other) => other.name === typed)
  ) {
    return { kind: "with", name: typed };
  }
  if (usagesOf(context, typed, workspace).some(({ form }) => form !== "peer")) {
    return { kind: "needed", text: `${typed} is used` };
  }
  if (context.holders.has(typed)) return { kind: "needed", text: `another workspace declares ${typed}` };
  if (isInTree(context, typed))
    return { kind: "needed", text: `${typed} is in the tree, and types of other packages may refer to it` };
  if (declaresGlobals(context, name, workspace) !== false) {
    return { kind: "needed", text: "it may declare globals, which need no import" };
  }
  return { kind: "idle", text: `${typed} is neither used nor in the tree, and the types declare no globals` };
}

function usesTypeScript({ project, holders }: Context): boolean {
  return (
    holders.has("typescript") ||
    project.sources.some(({ language }) => language === "ts" || language === "tsx" || language === "dts") ||
    project.texts.some(({ path }) => /(?:^|\/)[tj]sconfig[\w.-]*\.json$/.test(path))
  );
}

/** The compiler takes a package's own types before those of @types. */
function shipsTypes(context: Context, name: string, typed: string, workspace: string): string | undefined {
  const { disk } = context.project;
  const types = readInstalledManifest(disk, name, workspace);
  if (types === undefined) return undefined;
  if (
    !disk
      .list(types.directory)
      .some((file) => file.endsWith(".d.ts") || file === "ts5.0" || disk.isDirectory(`${types.directory}/${file}`))
  ) {
    return "it is a stub without any types";
  }
  const installed = readInstalledManifest(disk, typed, workspace);
  if (installed === undefined || declaresGlobals(context, name, workspace) !== false) return undefined;
  const field = installed.json["types"] ?? installed.json["typings"];
  if (typeof field !== "string") return undefined;
  const file = `${installed.directory}/${field.replace(/^\.\//, "")}`;
  if (!disk.exists(file) && !disk.exists(`${file}.d.ts`) && !disk.exists(`${file}/index.d.ts`)) return undefined;
  const { exports } = installed.json;
  if (exports !== undefined && !JSON.stringify(exports).includes('"types"')) return undefined;
  return `${typed} ships its own types, which come first`;
}

function isInTree({ project }: Context, name: string): boolean {
  if (!project.graph.known) return project.disk.exists(`node_modules/${name}/package.json`);
  return [...project.graph.graph.nodes.values()].some((node) => node.name === name && !node.importer);
}

/** False only when every entry file is known to be a module that adds nothing to the global scope. */
function declaresGlobals({ project }: Context, name: string, workspace: string): boolean {
  const manifest = readInstalledManifest(project.disk, name, workspace);
  if (manifest === undefined) return true;
  const { types, typings } = manifest.json;
  const entry = typeof types === "string" ? types : typeof typings === "string" ? typings : "index.d.ts";
  const file = project.disk.read(`${manifest.directory}/${entry.replace(/^\.\//, "")}`);
  if (!("text" in file) || (isRecord(manifest.json["dependencies"]) && /reference\s+types=/.test(file.text)))
    return true;
  if (/<reference\s+path=|declare\s+global|export\s+as\s+namespace|declare\s+module\s+["']/.test(file.text))
    return true;
  return !ts.isExternalModule(ts.createSourceFile(entry, file.text, ts.ScriptTarget.Latest, false));
}
