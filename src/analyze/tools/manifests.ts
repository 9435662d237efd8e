import type { Manifest } from "../../project/project.ts";
import type { Collector, Place } from "./collector.ts";
import { conventionsOfField } from "./conventions/index.ts";
import { jsonTokens } from "./json.ts";
import { plainText, type Token } from "./token.ts";

/** Fields that declare, describe or publish; a package name in them needs nothing. */
const DESCRIBES = new Set(
  (
    "dependencies devDependencies peerDependencies peerDependenciesMeta optionalDependencies dependenciesMeta " +
    "resolutions allowScripts trustedDependencies workspaces catalog catalogs shrinkdeps greenkeeper " +
    "name version description keywords author contributors maintainers license licenses repository bugs homepage " +
    "funding private type main module types typings typesVersions exports files sideEffects bin man directories " +
    "unpkg jsdelivr umd es2015 esnext engines engineStrict os cpu libc volta packageManager devEngines " +
    "publishConfig preferGlobal readme readmeFilename title displayName icon publisher categories"
  ).split(" "),
);

/** Fields named for what they hold, not for the package that reads them. */
const READERS: ReadonlyMap<string, readonly string[]> = new Map([
  ["gitHooks", ["yorkie"]],
  ["hooks", ["git-hooks"]],
  ["prisma", ["prisma"]],
  ["oclif", ["oclif", "@oclif/core"]],
  ["pkg", ["pkg", "@yao-pkg/pkg"]],
  ["build", ["electron-builder"]],
  ["napi", ["@napi-rs/cli"]],
  ["nodemonConfig", ["nodemon"]],
  ["preconstruct", ["@preconstruct/cli"]],
]);

/** npm scripts, and the configuration that tools keep in package.json. */
export function findInManifest(manifest: Manifest, collector: Collector): void {
  const place: Place = { path: manifest.path, workspace: manifest.directory, text: manifest.text };
  for (const token of jsonTokens(manifest.text)) {
    const field = token.path[0];
    if (field === undefined) {
      if (token.isKey && !DESCRIBES.has(token.value)) findField(place, token, collector);
    } else if (field === "scripts") {
      if (token.path.length === 2 && !token.isKey) collector.shell(place, token, "script");
    } else if (field === "overrides") {
      // npm refuses an override that refers to a direct dependency no longer there.
      if (token.value.startsWith("$")) collector.add(place, token, [token.value.slice(1)], "config");
    } else if (field === "pnpm") {
      if (token.path.includes("patchedDependencies")) collector.token(place, token, [], "config");
      const isReference = token.path[1] === "overrides" && token.value.startsWith("$");
      if (isReference) collector.add(place, token, [token.value.slice(1)], "config");
    } else if (field === "renovate") {
      if (token.path.at(-1) === "extends") {
        const inside = { ...token, path: token.path.slice(1) };
        collector.token(place, inside, conventionsOfField(field), "config");
      }
    } else if (field === "browserslist") {
      findBrowserslist(place, token, collector);
    } else if (field === "browser") {
      if (!token.isKey) collector.token(place, token, [], "config");
    } else if (!DESCRIBES.has(field)) {
      const inside = { ...token, path: token.path.slice(1) };
      collector.token(place, inside, conventionsOfField(field), "config");
    }
  }
}

function findField(place: Place, key: Token, collector: Collector): void {
  collector.add(place, key, [key.value, ...(READERS.get(key.value) ?? [])], "config");
  for (const convention of conventionsOfField(key.value)) collector.add(place, key, convention.hosts, "config");
}

/** "extends browserslist-config-mine", in a manifest or a .browserslistrc. */
export function findBrowserslist(place: Place, token: Token, collector: Collector): void {
  const match = /^extends\s+(\S+)/.exec(token.value);
  if (match === null) return;
  const name = match[1]!;
  collector.add(place, token, [name, `browserslist-config-${name}`, `${name}/browserslist-config`], "config");
}

/** The place of an entry in a manifest's sections, for what is asked for on its behalf. */
export function entryOf(manifest: Manifest, name: string): Token | undefined {
  return jsonTokens(manifest.text).find(
    (token) => token.isKey && token.value === name && token.path.length === 1 && /ependencies$/.test(token.path[0]!),
  );
}

/** The start of a file, for what the file as a whole asks for. */
export function startOf(text: string): { value: string; offsets: readonly number[] } {
  return plainText(text, 0, 0);
}
