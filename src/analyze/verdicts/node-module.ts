/**
 * Packages under the name of a module that Node itself has ("events", "util", "fs"). Node answers to such a name without
 * looking for a package, so that loading it is no use of the package: only what bundles code for browsers takes that.
 */
import { gte } from "semver";
import type { Manifest, Project, RuntimeFloor } from "../../project/project.ts";
import type { Site } from "../usages/site.ts";

/** What stands in for such a package. */
export const nodeModule = "Node's own module of that name";

/** The modules that every Node in use has under their plain name. */
export const modules: ReadonlySet<string> = new Set(
  (
    "assert buffer child_process cluster console constants crypto dgram dns domain events fs http https module net os " +
    "path process punycode querystring readline repl stream string_decoder sys timers tls tty url util v8 vm zlib"
  ).split(" "),
);

/** Parts of them that are modules too, with the Node that first had each. */
const parts: ReadonlyMap<string, string> = new Map([
  ["fs/promises", "14.0.0"],
  ["assert/strict", "15.0.0"],
  ["dns/promises", "15.0.0"],
  ["stream/promises", "15.0.0"],
  ["timers/promises", "15.0.0"],
  ["path/posix", "15.3.0"],
  ["path/win32", "15.3.0"],
  ["util/types", "15.3.0"],
  ["stream/web", "16.5.0"],
  ["stream/consumers", "16.7.0"],
  ["readline/promises", "17.0.0"],
]);

/** Direct dependencies that may bundle the code around them, whether or not a file says so: bundlers, and their plugins. */
const bundlers: readonly RegExp[] = [
  /(?:^|[@/-])(?:webpack|rollup|rolldown|vite|esbuild|browserify|parcel|rspack|rsbuild|snowpack|metro)(?![a-z])/,
  /^(?:watchify|beefy|budo|tsup|tsdown|unbuild|bunchee|pkgroll|microbundle|father|umi|poi|neutrino|laravel-mix|brunch)$/,
  /^(?:react-native|expo|electron|nw|cordova|karma|cypress|wrangler|serverless|storybook|vinyl-source-stream)$/,
  /^(?:preact-cli|@preconstruct\/cli|@wordpress\/scripts|@vue\/cli-service|@swc\/pack|@web\/test-runner|@vitest\/browser)$/,
  /^@(?:angular|angular-devkit|storybook|stencil|capacitor|ionic|umijs|modern-js|nx|nrwl)\//,
];

/** Whether a package goes by the name of one of Node's own modules. */
export function isNodeModule(name: string): boolean {
  return modules.has(name);
}

/**
 * Whether Node answers a site itself: true, or why that is not sure. Undefined where the name is no module of Node's.
 */
export function answersItself(project: Project, site: Site, floor: RuntimeFloor): true | string | undefined {
  const { package: name, specifier } = site;
  if (!modules.has(name)) return undefined;
  if (site.literal === undefined || site.form === "ambient")
    return "what is said of its types may be about the package";
  if (specifier !== name) {
    const since = parts.get(specifier);
    if (since === undefined) return `${specifier} is no module of Node's, so the package is loaded`;
    if (floor.node === undefined || !gte(floor.node, since))
      return `Node has ${specifier} itself only since ${since}; the project promises ${floor.node ?? "none"} (${floor.source})`;
  }
  return bundledBy(project, name) ?? true;
}

/** What may take the package into a bundle. */
function bundledBy({ manifests }: Project, name: string): string | undefined {
  for (const manifest of manifests) {
    const { path, floor, dependencies } = manifest;
    if (floor.browser)
      return `code for browsers takes the package where Node has a module of its own (${floor.browserSource ?? path})`;
    const found = dependencies.find((one) => bundlers.some((pattern) => pattern.test(one.name)));
    if (found !== undefined)
      return `${found.name} in ${path} may bundle the package, where Node has a module of its own`;
    if (dependencies.some((one) => one.name === name && one.kind !== "dev") && isLibrary(manifest))
      return `who bundles this package for browsers gets it from ${path}, which is not private`;
  }
  return undefined;
}

/** True for what can be published and loaded by others; what brings commands alone cannot be bundled. */
function isLibrary({ json, name }: Manifest): boolean {
  if (json["private"] === true || name === undefined || typeof json["version"] !== "string") return false;
  const isLoaded = ["main", "module", "exports", "browser", "types"].some((field) => json[field] !== undefined);
  return isLoaded || json["bin"] === undefined;
}
