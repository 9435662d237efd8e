import type { Disk } from "../../project/project.ts";
import { readInstalledManifest } from "../installed/manifest.ts";

/** Commands of packages whose name does not tell, for when they are not installed. From their own manifests. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  "@angular/cli": ["ng"],
  "@arethetypeswrong/cli": ["attw"],
  "@babel/cli": ["babel", "babel-external-helpers"],
  "@babel/node": ["babel-node"],
  "@biomejs/biome": ["biome"],
  "@changesets/cli": ["changeset"],
  "@commitlint/cli": ["commitlint"],
  "@graphql-codegen/cli": ["graphql-codegen", "graphql-code-generator", "gql-gen"],
  "@lhci/cli": ["lhci"],
  "@nestjs/cli": ["nest"],
  "@playwright/test": ["playwright"],
  "@sentry/cli": ["sentry-cli"],
  "@sveltejs/kit": ["svelte-kit"],
  "@tailwindcss/cli": ["tailwindcss"],
  "@types/node": [],
  "@vue/cli-service": ["vue-cli-service"],
  "babel-cli": ["babel", "babel-node", "babel-doctor", "babel-external-helpers"],
  coffeescript: ["coffee", "cake"],
  concurrently: ["concurrently", "conc"],
  copyfiles: ["copyfiles", "copyup"],
  "cross-env": ["cross-env", "cross-env-shell"],
  "dotenv-cli": ["dotenv"],
  "grunt-cli": ["grunt"],
  "gulp-cli": ["gulp"],
  "http-server": ["http-server", "hs"],
  "in-publish": ["in-publish", "in-install", "not-in-publish", "not-in-install"],
  "karma-cli": ["karma"],
  less: ["lessc"],
  "markdownlint-cli": ["markdownlint"],
  mocha: ["mocha", "_mocha"],
  "npm-run-all": ["npm-run-all", "run-s", "run-p"],
  "npm-run-all2": ["npm-run-all", "npm-run-all2", "run-s", "run-p"],
  pm2: ["pm2", "pm2-dev", "pm2-docker", "pm2-runtime"],
  "postcss-cli": ["postcss"],
  "remark-cli": ["remark"],
  "ts-node": ["ts-node", "ts-node-esm", "ts-node-script", "ts-node-transpile-only", "ts-script", "ts-node-cwd"],
  typescript: ["tsc", "tsserver"],
  "uglify-js": ["uglifyjs"],
  "webpack-cli": ["webpack-cli", "webpack"],
};

/** True where the commands of a package can be told: it is installed, or known without that. */
export function knowsCommands(disk: Disk, name: string, workspace: string): boolean {
  return Object.hasOwn(KNOWN, name) || readInstalledManifest(disk, name, workspace) !== undefined;
}

/**
 * The commands a package brings to npm scripts: what its installed manifest says, else what is known of it, else its own
 * name (a package that is not installed may have any).
 */
export function commandsOf(disk: Disk, name: string, workspace: string): readonly string[] {
  const bare = name.replace(/^@[^/]*\//, "");
  const manifest = readInstalledManifest(disk, name, workspace);
  if (manifest === undefined) return Object.hasOwn(KNOWN, name) ? KNOWN[name]! : [bare];
  const { bin, directories } = manifest.json;
  if (typeof bin === "string") return [bare];
  if (typeof bin === "object" && bin !== null) return Object.keys(bin).map((key) => key.replace(/^.*\//, ""));
  if (typeof directories === "object" && directories !== null && "bin" in directories) {
    if (typeof directories.bin === "string") return disk.list(`${manifest.directory}/${directories.bin}`);
  }
  return [];
}
