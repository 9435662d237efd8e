/** Projects that yarn resolves: what of its ways to name a package a lockfile has to show. */

import type { Yarn } from "./run.ts";

export type Files = Readonly<Record<string, string | object>>;

const patch = `diff --git a/PATCHED.md b/PATCHED.md
new file mode 100644
index 0000000..0cc3d21
--- /dev/null
+++ b/PATCHED.md
@@ -0,0 +1 @@
+patched
`;

/** Hoisted, nested, aliased, optional and forced packages in three workspaces, as every yarn takes them. */
const workspaces: Files = {
  "package.json": {
    name: "harbour",
    version: "1.0.0",
    private: true,
    workspaces: ["packages/*"],
    dependencies: { chalk: "^2.4.2", lp: "npm:left-pad@^1.3.0", "color-convert": "^1.9.3", "object-assign": "*" },
    devDependencies: { "is-odd": "^3.0.1", "is-number": "^7.0.0" },
    optionalDependencies: { chokidar: "^3.0.0" },
    resolutions: { "ansi-styles": "3.2.1", "is-odd/is-number": "6.0.0" },
  },
  "packages/a/package.json": {
    name: "@harbour/a",
    version: "1.0.0",
    dependencies: { "@harbour/b": "^2.0.0", chalk: "^2.4.0", rimraf: "^3.0.0" },
    peerDependencies: { "object-assign": "*" },
  },
  "packages/b/package.json": {
    name: "@harbour/b",
    version: "2.0.0",
    dependencies: { "is-even": "1.0.0", "left-pad": "~1.3.0", "object-assign": "^4.1.0" },
    devDependencies: { rimraf: "^3.0.2" },
  },
};

/** What yarn 2 and later added. */
const later: Files = {
  ...workspaces,
  "package.json": {
    name: "harbour",
    private: true,
    workspaces: ["packages/*"],
    dependencies: {
      "@harbour/b": "workspace:^",
      copied: "file:./copied",
      "left-pad": "patch:left-pad@npm%3A1.3.0#~/.yarn/patches/left-pad.patch",
      linked: "link:./linked",
      passed: "portal:./passed",
      resolve: "^1.22.0",
      typescript: "^5.0.0",
    },
    devDependencies: { chokidar: "^3.0.0", "is-odd": "^3.0.1" },
    optionalDependencies: { "object-assign": "^4.0.0" },
    resolutions: { "is-odd@npm:^0.1.2": "1.0.0", "anymatch/picomatch": "2.3.0", rimraf: "^3.0.2" },
    dependenciesMeta: { typescript: { unplugged: true }, "left-pad": { built: false }, glob: { unplugged: false } },
  },
  "copied/package.json": { name: "copied", version: "1.0.0", dependencies: { "array-uniq": "^1.0.0" } },
  "passed/package.json": { name: "passed", version: "1.0.0", dependencies: { "array-union": "^1.0.0" } },
  "linked/package.json": { name: "linked", version: "1.0.0" },
  ".yarn/patches/left-pad.patch": patch,
};

/** Catalogs, and dependencies that the settings give to packages. */
const settled: Files = {
  "package.json": {
    name: "harbour",
    private: true,
    workspaces: ["packages/*"],
    dependencies: { chalk: "catalog:", "array-union": "catalog:lists", rimraf: "catalog:" },
    devDependencies: { "is-even": "^1.0.0" },
  },
  "packages/a/package.json": { name: "@harbour/a", dependencies: { chalk: "catalog:", got: "^9.0.0" } },
  ".yarnrc.yml": `nodeLinker: node-modules

catalog:
  chalk: ^2.4.2
  rimraf: ^3.0.0 # the last one for Node 14

catalogs:
  lists:
    array-union: ^2.1.0

packageExtensions:
  is-odd@*:
    dependencies:
      left-pad: ^1.3.0
`,
};

export interface Scene {
  readonly version: Yarn;
  readonly files: Files;
}

export const scenes: Readonly<Record<string, Scene>> = {
  "yarn 1": { version: "1", files: workspaces },
  "yarn 3": { version: "3", files: { ...workspaces, ".yarnrc.yml": "nodeLinker: node-modules\n" } },
  "yarn 4 with Plug'n'Play": { version: "4", files: workspaces },
  "protocols, patches and settings in manifests": { version: "4", files: later },
  "catalogs and packageExtensions": { version: "4", files: settled },
};
