/**
 * Packages whose calls are watched: whether a program that differs met a deviation that its recipe declares. A watched
 * package is a folder of modules that hand on the original's exports, wrapped.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { nameIn } from "../recipes/proof/settings.ts";
import type { Package } from "./packages.ts";
import { originals } from "./world.ts";

/** The files of node_modules that stand in for one entry point of a package, by path. */
export function watchedFiles({
  name,
  specifier,
  original,
  format,
  exports,
  version,
}: Package): Readonly<Record<string, string>> {
  const path = `${original}${specifier.slice(name.length)}`;
  const subpath = specifier.slice(name.length + 1);
  const entry = subpath === "" ? "index.js" : /\.[cm]?js$/.test(subpath) ? subpath : `${subpath}.js`;
  const wrap = (value: string, at: string): string =>
    `globalThis[Symbol.for("shrinkdeps.watch")](${value}, ${JSON.stringify({ name, version, export: nameIn(`.${specifier.slice(name.length)}`, at) })})`;
  const names = exports.map((one) => one.name);
  const text =
    format === "esm"
      ? [
          `import * as all from ${JSON.stringify(entryUrl(original ?? "", path))};`,
          ...names.map((each) =>
            each === "default"
              ? `export default ${wrap("all.default", each)};`
              : `const own_${each} = ${wrap(`all.${each}`, each)};\nexport { own_${each} as ${each} };`,
          ),
        ].join("\n")
      : [
          `const all = require(${JSON.stringify(join(originals, path))});`,
          `module.exports = ${wrap("all", "default")};`,
          `0 && (module.exports = { ${exports
            .filter(({ isNamed }) => isNamed)
            .map((one) => one.name)
            .filter((each) => each !== "default")
            .join(", ")} });`,
        ].join("\n");
  const manifest = JSON.stringify({ name, version, type: format === "esm" ? "module" : "commonjs" });
  return { [`${name}/package.json`]: manifest, [`${name}/${entry}`]: text };
}

/** The file `import` takes of an ES module that require() cannot load. */
function entryUrl(alias: string, path: string): string {
  const manifest: { exports?: unknown; main?: string } = JSON.parse(
    readFileSync(join(originals, alias, "package.json"), "utf8"),
  );
  const target =
    path === alias ? (targetOf(manifest.exports) ?? manifest.main ?? "index.js") : path.slice(alias.length + 1);
  return pathToFileURL(join(originals, alias, target)).href;
}

function targetOf(exports: unknown): string | undefined {
  if (typeof exports === "string") return exports;
  if (typeof exports !== "object" || exports === null) return undefined;
  const [, chosen] = Object.entries(exports).find(([key]) => [".", "import", "node", "default"].includes(key)) ?? [];
  return targetOf(chosen);
}
