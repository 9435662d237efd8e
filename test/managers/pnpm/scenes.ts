/** Projects that pnpm resolves: what of its ways to name a package a lockfile has to show. */
import type { Files, Pnpm } from "./run.ts";

const patch = `diff --git a/PATCHED.md b/PATCHED.md
new file mode 100644
index 0000000..0cc3d21
--- /dev/null
+++ b/PATCHED.md
@@ -0,0 +1 @@
+patched
`;

/** Workspaces, peers, an alias, an optional package of another platform, one package in two kinds. */
const workspaces: Files = {
  "package.json": {
    name: "harbour",
    private: true,
    devDependencies: { rimraf: "3.0.2", "left-pad": "1.3.0" },
    optionalDependencies: { fsevents: "2.3.3" },
  },
  "pnpm-workspace.yaml": "packages:\n  - packages/*\n",
  "packages/crane/package.json": {
    name: "@harbour/crane",
    version: "1.0.0",
    dependencies: {
      "@harbour/pier": "workspace:*",
      chalk: "4.1.2",
      pad: "npm:left-pad@1.3.0",
      "react-dom": "18.2.0",
      react: "18.2.0",
    },
  },
  "packages/pier/package.json": {
    name: "@harbour/pier",
    version: "1.0.0",
    dependencies: { chalk: "4.1.2", isarray: "2.0.5" },
  },
};

/** One manifest with overrides, a patch and an extension, whose users go one after the other. */
const settings: Files = {
  "package.json": {
    name: "pier",
    private: true,
    dependencies: { chalk: "4.1.2", mkdirp: "0.5.5", "is-number": "7.0.0" },
    devDependencies: { rimraf: "3.0.2", "is-odd": "3.0.1", chokidar: "3.5.3" },
    pnpm: {
      overrides: { minimist: "1.2.8", "glob>inflight": "1.0.6", "is-number@<7": "6.0.0", fsevents: "-" },
      patchedDependencies: { "is-odd@3.0.1": "patches/is-odd.patch" },
      packageExtensions: { "chalk@4": { dependencies: { ms: "2.1.3" } } },
    },
  },
  "patches/is-odd.patch": patch,
};

/** Catalogs, and settings in pnpm-workspace.yaml, which pnpm 10 reads there. */
const catalogs = (isTen: boolean): Files => ({
  "package.json": { name: "harbour", private: true, devDependencies: { rimraf: "catalog:", isarray: "catalog:old" } },
  "pnpm-workspace.yaml": `packages:
  - "packages/*"

# what everybody agrees on
catalog:
  chalk: ^4.1.2
  # the last one with callbacks
  rimraf: ^3.0.2

catalogs:
  old:
    isarray: 2.0.5
    left-pad: 1.3.0
${isTen ? "\noverrides:\n  minimist: 1.2.8\n  glob>inflight: 1.0.6\n" : ""}`,
  "packages/crane/package.json": {
    name: "crane",
    dependencies: { chalk: "catalog:", "left-pad": "catalog:old", mkdirp: "0.5.5" },
  },
  "packages/pier/package.json": { name: "pier", dependencies: { chalk: "catalog:", crane: "workspace:^" } },
});

export const scenes: readonly (readonly [label: string, version: Pnpm, files: Files])[] = [
  ["workspaces", "7", workspaces],
  ["workspaces", "8", workspaces],
  ["workspaces", "9", workspaces],
  ["workspaces", "10", workspaces],
  ["settings", "8", settings],
  ["settings", "9", settings],
  ["settings", "10", settings],
  ["catalogs", "9", catalogs(false)],
  ["catalogs", "10", catalogs(true)],
];
