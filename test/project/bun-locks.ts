/** A project's bun.lock: a workspace, a catalog, an alias, an override, two versions of one package, a package of git. */

export const harbourOfBun = {
  "package.json": {
    name: "harbour",
    workspaces: { packages: ["packages/*"], catalog: { anchor: "^1.0.0", moor: "^1.0.0" } },
    devDependencies: { moor: "catalog:", rope: "1.0.0" },
    overrides: { thread: "2.0.0" },
    trustedDependencies: ["thread"],
  },
  "packages/crane/package.json": {
    name: "@harbour/crane",
    dependencies: { anchor: "catalog:", knot: "npm:moor@^1.0.0", pier: "workspace:*", rope: "2.0.0" },
    peerDependencies: { sail: "*" },
    peerDependenciesMeta: { sail: { optional: true } },
  },
  "packages/pier/package.json": { name: "pier", optionalDependencies: { tide: "github:dock/tide" } },
};

export const bunLock = `{
  "lockfileVersion": 1,
  "workspaces": {
    "": {
      "name": "harbour",
      "devDependencies": {
        "moor": "catalog:",
        "rope": "1.0.0",
      },
    },
    "packages/crane": {
      "name": "@harbour/crane",
      "dependencies": {
        "anchor": "catalog:",
        "knot": "npm:moor@^1.0.0",
        "pier": "workspace:*",
        "rope": "2.0.0",
      },
      "peerDependencies": {
        "sail": "*",
      },
      "optionalPeers": [
        "sail",
      ],
    },
    "packages/pier": {
      "name": "pier",
      "optionalDependencies": {
        "tide": "github:dock/tide",
      },
    },
  },
  "trustedDependencies": [
    "thread",
  ],
  "overrides": {
    "thread": "2.0.0",
  },
  "catalog": {
    "anchor": "^1.0.0",
    "moor": "^1.0.0",
  },
  "packages": {
    "@harbour/crane": ["@harbour/crane@workspace:packages/crane"],

    "anchor": ["anchor@1.2.0", "", { "peerDependencies": { "sail": "*" }, "optionalPeers": ["sail"] }, "sha512-anchor"],

    "knot": ["moor@1.0.0", "", {}, "sha512-moor"],

    "moor": ["moor@1.0.0", "", {}, "sha512-moor"],

    "pier": ["pier@workspace:packages/pier"],

    "rope": ["rope@1.0.0", "", {}, "sha512-rope1"],

    "thread": ["thread@2.0.0", "", {}, "sha512-thread"],

    "tide": ["tide@github:dock/tide#abc1234", {}, "dock-tide-abc1234"],

    "@harbour/crane/rope": ["rope@2.0.0", "", { "dependencies": { "thread": "^1.0.0" } }, "sha512-rope2"],
  }
}
`;
