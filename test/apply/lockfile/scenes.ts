/** Projects whose lockfiles hold what is hard: by directory, what each manifest has beside its name and version. */

type Manifest = Readonly<Record<string, unknown>>;
export type Scene = Readonly<Record<string, Manifest>>;

/** Small ones, for every run. */
export const quickScenes: Readonly<Record<string, Scene>> = {
  "a tree that development and production share": {
    "": {
      dependencies: { chalk: "^4.1.2", "is-odd": "^3.0.1", "left-pad": "^1.3.0", rimraf: "^3.0.2" },
      devDependencies: { "ansi-styles": "^4.0.0", glob: "^7.2.0", "is-number": "^7.0.0" },
      optionalDependencies: { chokidar: "^3.5.0", minimatch: "^3.0.0" },
    },
  },
  "workspaces with nested versions": {
    "": { devDependencies: { chalk: "^5.0.0", "is-number": "^6.0.0" }, workspaces: ["packages/*"] },
    "packages/a": {
      name: "a",
      dependencies: { b: "^1.0.0", chalk: "^4.0.0", "left-pad": "^1.0.0" },
      devDependencies: { rimraf: "^3.0.0" },
    },
    "packages/b": {
      name: "b",
      dependencies: { chalk: "^2.0.0", "is-odd": "^3.0.0", "left-pad": "1.1.0" },
      peerDependencies: { xtend: "^4.0.0" },
    },
    "packages/c": {
      name: "@s/c",
      devDependencies: { "is-number": "^7.0.0", "is-odd": "^3.0.1" },
      optionalDependencies: { a: "*", glob: "^7.0.0" },
    },
  },
};

/** Larger ones, for the long run. */
export const allScenes: Readonly<Record<string, Scene>> = {
  ...quickScenes,
  "peers that are declared": {
    "": {
      dependencies: {
        ajv: "^8.0.0",
        "ajv-keywords": "^5.0.0",
        react: "^18.0.0",
        "react-dom": "^18.0.0",
        "use-sync-external-store": "^1.2.0",
      },
      devDependencies: {
        eslint: "^8.57.0",
        "eslint-plugin-import": "^2.29.0",
        "ts-node": "^10.9.0",
        typescript: "^5.0.0",
      },
    },
  },
  "peers that npm adds": {
    "": {
      dependencies: { "@emotion/react": "^11.0.0", "react-redux": "^8.0.0", "styled-components": "^5.3.0" },
      devDependencies: { "@testing-library/react": "^13.0.0", "ajv-formats": "^2.0.0", ws: "^8.0.0" },
    },
  },
  "optional dependencies of platforms": {
    "": {
      dependencies: { esbuild: "^0.19.0", "left-pad": "*" },
      devDependencies: { chokidar: "^3.5.0", vite: "^4.0.0" },
      optionalDependencies: { "is-odd": "^3.0.0", readdirp: "^3.6.0", rollup: "^3.0.0" },
    },
  },
  "bundled dependencies": {
    "": {
      dependencies: { "@tailwindcss/oxide": "4.1.0", tslib: "^2.0.0" },
      devDependencies: { "@napi-rs/wasm-runtime": "^0.2.0" },
    },
  },
  aliases: {
    "": {
      dependencies: {
        "left-pad": "1.1.0",
        pad: "npm:left-pad@^1.3.0",
        "string-width": "^5.0.0",
        "string-width-cjs": "npm:string-width@^4.2.0",
        "wrap-ansi": "^7.0.0",
      },
    },
  },
  "linked directories": {
    "": { dependencies: { "left-pad": "^1.0.0", local: "file:lib/local" }, devDependencies: { tool: "file:lib/tool" } },
    "lib/local": { name: "local", dependencies: { "is-odd": "^3.0.0" } },
    "lib/tool": { name: "tool", dependencies: { "is-even": "^1.0.0" }, devDependencies: { xtend: "^4.0.0" } },
  },
  "a large tree": {
    "": {
      dependencies: { axios: "^1.0.0", lodash: "^4.0.0", next: "13.5.6", react: "^18.0.0", "react-dom": "^18.0.0" },
      devDependencies: {
        "css-loader": "^6.0.0",
        jest: "^27.0.0",
        nyc: "^15.0.0",
        postcss: "^8.0.0",
        "ts-loader": "^9.0.0",
        typescript: "^5.0.0",
        webpack: "^5.0.0",
        "webpack-cli": "^5.0.0",
      },
    },
  },
};
