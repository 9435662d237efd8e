/** One project's lockfile as pnpm 7, 8 and 9 write it: a workspace, a peer, an alias, a package of git, an optional one. */

export const harbour = {
  "package.json": { name: "harbour", devDependencies: { moor: "^1.0.0" }, optionalDependencies: { tide: "2.0.0" } },
  "pnpm-workspace.yaml": "packages:\n  - packages/*\n",
  "packages/crane/package.json": {
    name: "crane",
    dependencies: { "@dock/rope": "^1.0.0", knot: "npm:moor@^1.0.0", pier: "workspace:*", anchor: "1.0.0" },
  },
  "packages/pier/package.json": { name: "pier", dependencies: { anchor: "1.0.0" } },
};

const five = `lockfileVersion: 5.4

importers:

  .:
    specifiers:
      moor: ^1.0.0
      tide: 2.0.0
    optionalDependencies:
      tide: 2.0.0
    devDependencies:
      moor: 1.2.0

  packages/crane:
    specifiers:
      '@dock/rope': ^1.0.0
      anchor: 1.0.0
      knot: npm:moor@^1.0.0
      pier: workspace:*
    dependencies:
      '@dock/rope': 1.0.0_anchor@1.0.0
      anchor: 1.0.0
      knot: /moor/1.2.0
      pier: link:../pier

  packages/pier:
    specifiers:
      anchor: 1.0.0
    dependencies:
      anchor: 1.0.0

packages:

  /@dock/rope/1.0.0_anchor@1.0.0:
    resolution: {integrity: sha512-rope}
    requiresBuild: true
    peerDependencies:
      anchor: '*'
      sail: '*'
    peerDependenciesMeta:
      sail:
        optional: true
    dependencies:
      anchor: 1.0.0
      fibre: github.com/dock/fibre/abc123
    dev: false

  /anchor/1.0.0:
    resolution: {integrity: sha512-anchor}
    dev: false

  /moor/1.2.0:
    resolution: {integrity: sha512-moor}

  /tide/2.0.0:
    resolution: {integrity: sha512-tide}
    requiresBuild: true
    dev: false
    optional: true

  github.com/dock/fibre/abc123:
    resolution: {tarball: https://codeload.github.com/dock/fibre/tar.gz/abc123}
    name: fibre
    version: 0.3.0
    dev: false
`;

const importers = (alias: string) => `importers:

  .:
    optionalDependencies:
      tide:
        specifier: 2.0.0
        version: 2.0.0
    devDependencies:
      moor:
        specifier: ^1.0.0
        version: 1.2.0

  packages/crane:
    dependencies:
      '@dock/rope':
        specifier: ^1.0.0
        version: 1.0.0(anchor@1.0.0)
      anchor:
        specifier: 1.0.0
        version: 1.0.0
      knot:
        specifier: npm:moor@^1.0.0
        version: ${alias}
      pier:
        specifier: workspace:*
        version: link:../pier

  packages/pier:
    dependencies:
      anchor:
        specifier: 1.0.0
        version: 1.0.0
`;

const six = `lockfileVersion: '6.0'

settings:
  autoInstallPeers: true
  excludeLinksFromLockfile: false

${importers("/moor@1.2.0")}
packages:

  /@dock/rope@1.0.0(anchor@1.0.0):
    resolution: {integrity: sha512-rope}
    requiresBuild: true
    peerDependencies:
      anchor: '*'
      sail: '*'
    peerDependenciesMeta:
      sail:
        optional: true
    dependencies:
      anchor: 1.0.0
      fibre: github.com/dock/fibre/abc123
    dev: false

  /anchor@1.0.0:
    resolution: {integrity: sha512-anchor}
    dev: false

  /moor@1.2.0:
    resolution: {integrity: sha512-moor}

  /tide@2.0.0:
    resolution: {integrity: sha512-tide}
    requiresBuild: true
    dev: false
    optional: true

  github.com/dock/fibre/abc123:
    resolution: {tarball: https://codeload.github.com/dock/fibre/tar.gz/abc123}
    name: fibre
    version: 0.3.0
    dev: false
`;

const nine = `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true
  excludeLinksFromLockfile: false

${importers("moor@1.2.0")}
packages:

  '@dock/rope@1.0.0':
    resolution: {integrity: sha512-rope}
    peerDependencies:
      anchor: '*'
      sail: '*'
    peerDependenciesMeta:
      sail:
        optional: true

  anchor@1.0.0:
    resolution: {integrity: sha512-anchor}

  fibre@https://codeload.github.com/dock/fibre/tar.gz/abc123:
    resolution: {tarball: https://codeload.github.com/dock/fibre/tar.gz/abc123}
    version: 0.3.0

  moor@1.2.0:
    resolution: {integrity: sha512-moor}

  tide@2.0.0:
    resolution: {integrity: sha512-tide}

snapshots:

  '@dock/rope@1.0.0(anchor@1.0.0)':
    dependencies:
      anchor: 1.0.0
      fibre: https://codeload.github.com/dock/fibre/tar.gz/abc123

  anchor@1.0.0: {}

  fibre@https://codeload.github.com/dock/fibre/tar.gz/abc123: {}

  moor@1.2.0: {}

  tide@2.0.0:
    optional: true
`;

export const pnpmLocks: Readonly<Record<"5.4" | "6.0" | "9.0", string>> = { "5.4": five, "6.0": six, "9.0": nine };
