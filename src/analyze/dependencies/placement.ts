import type { Dependency, Manifest } from "../../project/project.ts";
import type { Evidence } from "../analysis.ts";
import { isRecord } from "../installed/manifest.ts";
import type { JudgedUsage } from "../usage.ts";
import type { Context } from "./context.ts";
import { quoteForPattern } from "../usages/read.ts";

/** A dependency in the wrong section, with the reason. */
export interface Misplacement {
  readonly verdict: "types-only" | "misplaced";
  readonly evidence: Evidence;
}

const TEST =
  /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|specs?|e2e|cypress|fixtures?|bench(?:mark)?s?|perf)\/|[.-](?:test|spec|bench|stories|e2e)\.[cm]?[jt]sx?$|(?:^|\/)(?:test|tests|spec|bench|benchmark)\.[cm]?[jt]sx?$/i;
const TOOLING =
  /(?:^|\/)(?:[\w.-]*\.config(?:\.[\w-]+)?|\.[\w-]+rc|[gG]ulpfile|[gG]runtfile|karma\.conf|webpack[\w.-]*|rollup[\w.-]*)\.[cm]?[jt]s$|(?:^|\/)\.storybook\//;
/** Scripts that run where only production dependencies are installed. */
const DEPLOYED =
  /"(?:start|prod|serve|deploy|preinstall|install|postinstall|prestart|poststart|heroku-[\w-]+|now-[\w-]+|vercel-[\w-]+)[\w:-]*"\s*:/;
/** How code loads a package. A reference without any of these is only a name in a string. */
const CODE = new Set(["import", "re-export", "require", "dynamic-import", "require.resolve", "side-effect"]);

/**
 * Where a used dependency belongs. Reported only where it is certain: a production dependency read by types alone in a
 * package that publishes no types, or needed by tests and tooling alone in a package that is published (an application
 * may build where only production dependencies are installed, so there tests alone count); a development dependency
 * that the published files themselves load at run time, in a package shipped without a build.
 */
export function misplacementOf(
  context: Context,
  dependency: Dependency,
  usages: readonly JudgedUsage[],
): Misplacement | undefined {
  const manifest = context.manifest(dependency);
  if (usages.length === 0 || usages.some(({ form }) => form === "peer")) return undefined;
  if (dependency.kind === "prod")
    return isNamed(context, dependency, usages) ? undefined : forDevelopment(manifest, usages);
  if (dependency.kind !== "dev") return undefined;
  const otherwise = manifest.dependencies.some(({ name, kind }) => name === dependency.name && kind !== "dev");
  return otherwise ? undefined : forProduction(context, manifest, usages);
}

/** True where nothing of its own workspace uses it, or a source says its name otherwise: as a preset or plugin to load. */
function isNamed(context: Context, { name, workspace }: Dependency, usages: readonly JudgedUsage[]): boolean {
  const using = new Set(usages.filter((usage) => usage.workspace === workspace).map(({ file }) => file));
  const quoted = new RegExp(`["'\`]${quoteForPattern(name)}(?:/[^"'\`\\n]*)?["'\`]`);
  return (
    using.size === 0 ||
    (context.judgements.get(name)?.mentionedIn ?? []).some((source) => {
      if (source.workspace !== workspace || using.has(source.path) || TEST.test(source.path)) return false;
      const file = context.project.disk.read(source.path);
      return "text" in file && quoted.test(file.text);
    })
  );
}

function forDevelopment(manifest: Manifest, usages: readonly JudgedUsage[]): Misplacement | undefined {
  if (usages.every(({ form, file }) => form === "type" && !file.endsWith(".d.ts"))) {
    if (publishesTypes(manifest)) return undefined;
    return misplaced("types-only", `It is only read as types (${places(usages)}); it belongs in devDependencies.`);
  }
  const inTests = usages.every((usage) => TEST.test(usage.file));
  const inTooling = isPublished(manifest) && usages.every((usage) => isTooling(usage, manifest));
  if (!inTests && !inTooling) return undefined;
  const where = inTests ? "tests" : "tests, scripts and configuration";
  return misplaced("misplaced", `Only ${where} use it (${places(usages)}); it belongs in devDependencies.`);
}

function isTooling({ form, file, excerpt }: JudgedUsage, manifest: Manifest): boolean {
  if (TEST.test(file) || TOOLING.test(file)) return true;
  if (form === "script") return !DEPLOYED.test(excerpt);
  if (form === "workflow") return true;
  return form === "config" && file !== manifest.path;
}

function forProduction(context: Context, manifest: Manifest, usages: readonly JudgedUsage[]): Misplacement | undefined {
  if (!isPublished(manifest)) return undefined;
  const shipped = shippedFiles(context, manifest);
  const loads = usages.filter(
    ({ form, file }) => CODE.has(form) && shipped(file) && !TEST.test(file) && !TOOLING.test(file),
  );
  if (loads.length === 0) return undefined;
  return misplaced(
    "misplaced",
    `Published code loads it (${places(loads)}); who installs this package does not get it.`,
  );
}

/** The entry points themselves: whatever else a package ships, these are loaded by those who install it. */
function shippedFiles({ project }: Context, manifest: Manifest): (file: string) => boolean {
  const { main, bin, exports } = manifest.json;
  const targets = [main ?? "index.js", bin, exports].flatMap(strings);
  const prefix = manifest.directory === "" ? "" : `${manifest.directory}/`;
  const entries = new Set(
    targets.flatMap((target) => {
      const path = prefix + target.replace(/^\.\//, "").replace(/\/$/, "");
      return [path, `${path}.js`, `${path}/index.js`];
    }),
  );
  const sources = new Set(project.sources.map(({ path }) => path).filter((path) => entries.has(path)));
  return (file) => sources.has(file);
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  return isRecord(value) ? Object.values(value).flatMap(strings) : [];
}

function isPublished({ json }: Manifest): boolean {
  return json["private"] !== true && typeof json["name"] === "string" && typeof json["version"] === "string";
}

function publishesTypes(manifest: Manifest): boolean {
  if (!isPublished(manifest)) return false;
  const { types, typings, exports } = manifest.json;
  return types !== undefined || typings !== undefined || JSON.stringify(exports ?? "").includes('"types"');
}

function misplaced(verdict: Misplacement["verdict"], text: string): Misplacement {
  return { verdict, evidence: { source: "usages", text } };
}

function places(usages: readonly JudgedUsage[]): string {
  const files = [...new Set(usages.map(({ file }) => file))];
  const shown = files.slice(0, 2).join(", ");
  return files.length > 2 ? `${shown} and ${files.length - 2} more` : shown;
}
