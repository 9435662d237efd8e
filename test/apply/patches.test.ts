import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { prepare } from "../../src/apply/prepare.ts";
import { readProject } from "../../src/project/read.ts";
import { makeProject, shrinkdeps } from "../cli/command.ts";
import { tree } from "../project/tree.ts";

const asked = { dependencies: { mast: "1.0.0" } };

/** What apply says of a project without mast, which holds sail alone. */
async function notes(context: TestContext, files: Readonly<Record<string, string | object>>) {
  const project = readProject(tree(context, files));
  assert.deepEqual(project.problems, []);
  const { receipt } = await prepare(project, {
    packages: [],
    files: [],
    newFiles: [],
    removals: [{ manifest: "package.json", name: "mast", package: "mast" }],
  });
  return receipt.notProved.filter((note) => note.includes("patch"));
}

const npmLock = {
  lockfileVersion: 3,
  packages: {
    "": asked,
    "node_modules/mast": { version: "1.0.0", dependencies: { sail: "1.0.0", "@dock/rope": "1.0.0" } },
    "node_modules/sail": { version: "1.0.0" },
    "node_modules/@dock/rope": { version: "1.0.0" },
  },
};

test("patches of patch-package whose package goes with another are named, nested ones too", async (context) => {
  const found = await notes(context, {
    "package.json": asked,
    "package-lock.json": npmLock,
    "patches/sail+1.0.0.patch": "",
    "patches/@dock+rope+1.0.0.dev.patch": "",
    "patches/pier++sail+1.0.0.patch": "",
    "patches/sail-boat+1.0.0.patch": "",
    "patches/rope+1.0.0.patch": "",
  });
  assert.deepEqual(found, [
    "the patch patches/@dock+rope+1.0.0.dev.patch has no user any more: delete it",
    "the patch patches/pier++sail+1.0.0.patch has no user any more: delete it",
    "the patch patches/sail+1.0.0.patch has no user any more: delete it",
  ]);
});

test("a patch that a resolution of yarn names is named when the resolution goes", async (context) => {
  const patch = "patch:sail@npm%3A1.0.0#~/.yarn/patches/sail-npm-1.0.0-abc.patch";
  const found = await notes(context, {
    "package.json": { name: "harbour", ...asked, resolutions: { "sail@npm:1.0.0": patch } },
    "yarn.lock": `__metadata:
  version: 8

"harbour@workspace:.":
  version: 0.0.0-use.local
  resolution: "harbour@workspace:."
  dependencies:
    mast: "npm:1.0.0"
  languageName: unknown
  linkType: soft

"mast@npm:1.0.0":
  version: 1.0.0
  resolution: "mast@npm:1.0.0"
  dependencies:
    sail: "npm:1.0.0"
  checksum: 10c0/aa
  languageName: node
  linkType: hard

"sail@npm:1.0.0":
  version: 1.0.0
  resolution: "sail@npm:1.0.0"
  checksum: 10c0/bb
  languageName: node
  linkType: hard

"sail@patch:sail@npm%3A1.0.0#~/.yarn/patches/sail-npm-1.0.0-abc.patch":
  version: 1.0.0
  resolution: "sail@patch:sail@npm%3A1.0.0#~/.yarn/patches/sail-npm-1.0.0-abc.patch::version=1.0.0&hash=0d0d0d"
  checksum: 10c0/cc
  languageName: node
  linkType: hard
`,
    ".yarn/patches/sail-npm-1.0.0-abc.patch": "",
  });
  assert.ok(
    found.includes("the patch .yarn/patches/sail-npm-1.0.0-abc.patch has no user any more: delete it"),
    found.join("\n"),
  );
});

test("a patch of bun is named when its entry goes", async (context) => {
  const manifest = { name: "harbour", ...asked, patchedDependencies: { "sail@1.0.0": "patches/sail@1.0.0.patch" } };
  const found = await notes(context, {
    "package.json": manifest,
    "bun.lock": {
      lockfileVersion: 1,
      workspaces: { "": { name: "harbour", ...asked } },
      patchedDependencies: manifest.patchedDependencies,
      packages: {
        mast: ["mast@1.0.0", "", { dependencies: { sail: "1.0.0" } }, "sha512-mast"],
        sail: ["sail@1.0.0", "", {}, "sha512-sail"],
      },
    },
    "patches/sail@1.0.0.patch": "",
  });
  assert.ok(found.includes("the patch patches/sail@1.0.0.patch has no user any more: delete it"), found.join("\n"));
});

test("a package whose code a patch of the manager changes stays, for what replaces it knows nothing of that", async (context) => {
  const manifest = { name: "harbour", type: "module", dependencies: { "left-pad": "1.3.0" } };
  const root = makeProject(context, {
    "package.json": { ...manifest, patchedDependencies: { "left-pad@1.3.0": "patches/left-pad@1.3.0.patch" } },
    "bun.lock": {
      lockfileVersion: 1,
      workspaces: { "": { name: "harbour", dependencies: manifest.dependencies } },
      patchedDependencies: { "left-pad@1.3.0": "patches/left-pad@1.3.0.patch" },
      packages: { "left-pad": ["left-pad@1.3.0", "", {}, "sha512-pad"] },
    },
    "index.js": 'import leftPad from "left-pad";\nexport const pad = (text) => leftPad(String(text), 5);\n',
  });
  const { code, stdout } = await shrinkdeps(root, ["apply", "left-pad", "--yes"]);
  assert.equal(code, 1);
  assert.match(stdout, /a patch that the package manager applies changes its code/);
});
