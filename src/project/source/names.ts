/** What a file's name says about it. */
import { posix } from "node:path";
import type { SourceFile, TextFile } from "../project.ts";

/** Folders that hold nothing of the project's own: packages, version control, caches of tools. */
export const foreignFolders: ReadonlySet<string> = new Set([
  ...["node_modules", "bower_components", "jspm_packages", "web_modules"],
  ...[".git", ".hg", ".svn", ".jj", ".yarn", ".pnpm-store", ".npm"],
  ...[".next", ".nuxt", ".output", ".svelte-kit", ".astro", ".angular", ".docusaurus", ".expo", ".vercel", ".netlify"],
  ...[
    ".cache",
    ".parcel-cache",
    ".turbo",
    ".nx",
    ".nyc_output",
    ".vscode-test",
    ".serverless",
    ".gradle",
    ".shrinkdeps",
  ],
]);

/** What yarn writes for Plug'n'Play: it names every package, and uses none. */
export const foreignFiles: ReadonlySet<string> = new Set([".pnp.cjs", ".pnp.js", ".pnp.loader.mjs", ".pnp.data.json"]);

const languages = new Map<string, SourceFile["language"]>([
  [".js", "js"],
  [".mjs", "js"],
  [".cjs", "js"],
  [".es6", "js"],
  [".es", "js"],
  [".jsx", "jsx"],
  [".ts", "ts"],
  [".mts", "ts"],
  [".cts", "ts"],
  [".tsx", "tsx"],
]);

/** How a source of this name is parsed; undefined when the name is no source's. */
export function languageOf(name: string): SourceFile["language"] | undefined {
  if (/\.d\.([^/.]+\.)?[cm]?ts$/.test(name)) return "dts";
  return languages.get(posix.extname(name));
}

/** Module kind by extension alone; undefined when the nearest manifest decides. */
export function moduleKindOf(name: string): "esm" | "cjs" | undefined {
  if (/\.m[jt]s$/.test(name)) return "esm";
  return /\.c[jt]s$/.test(name) ? "cjs" : undefined;
}

/** Whether a name without an extension may be a script. */
export function mayBeScript(name: string): boolean {
  return (
    !name.includes(".") && !/^(?:LICEN[CS]E|README|CHANGELOG|AUTHORS|Makefile|Dockerfile|CODEOWNERS|NOTICE)/i.test(name)
  );
}

/** Language of a script by its first lines; undefined when it is not run by node or a kin of it. */
export function languageOfScript(head: string): SourceFile["language"] | undefined {
  const [first = "", second = ""] = head.split(/\r?\n/);
  const line = first.replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)/, "");
  if (!line.startsWith("#!")) return undefined;
  if (/\b(?:tsx|ts-node(?:-\w+)?|deno)\b/.test(line)) return "ts";
  if (/\b(?:node(?:js)?|bun|zx)\b/.test(line)) return "js";
  // A shell script whose second line hands over to node is JavaScript from there on.
  return /^#!.*\b(?:ba|da|z)?sh\b/.test(line) && /\b(?:exec|env)\b.*\bnode\b/.test(second) ? "js" : undefined;
}

/** Whether the name is a test's, a configuration's or a script's of the project: code that ships with no package. */
export function isAuxiliary(path: string): boolean {
  const folders =
    /(?:^|\/)(?:tests?|__tests__|__mocks__|specs?|fixtures?|examples?|demo|docs?|scripts?|tools?|bench(?:marks?)?|types|public|static|assets|www)\//i;
  return folders.test(path) || isConfig(posix.basename(path)) || /\.(?:test|spec)\.[cm]?[jt]sx?$/.test(path);
}

const plainDotfiles =
  /^\.(?:gitignore|gitattributes|gitmodules|gitkeep|keep|npmignore|dockerignore|eslintignore|prettierignore|editorconfig|DS_Store|mailmap|git|nvmrc|node-version|env(?:\..*)?|eslintcache|stylelintcache|tsbuildinfo|package-lock\.json|pnp\..*)$/;
const configNames: readonly RegExp[] = [
  /^[tj]sconfig(?:[.-].+)?\.json$/,
  /.[.-](?:config|conf|rc|workspace|setup)\.(?:[cm]?[jt]sx?|json[c5]?|ya?ml|toml)$/,
  /^(?:gulpfile|gruntfile|jakefile|webpackfile|rollupfile|ember-cli-build)(?:\..+)?\.[cm]?[jt]s$/i,
  /^(?:webpack|vite|rollup|karma|protractor|wdio|jest|babel)[.-].+\.[cm]?[jt]s$/,
  /^(?:angular|nx|lerna|turbo|rush|project|workspace|nest-cli|app|vercel|now|netlify|nodemon|jest|typedoc|jsdoc|esdoc)\.jsonc?$/,
  /^(?:cdk|cspell(?:\.config)?|jasmine|lighthouserc|openapitools|ormconfig)\.jsonc?$|^(?:codegen|cspell(?:\.config)?)\.ya?ml$|^electron-builder\.(?:json5?|ya?ml|toml)$/,
  /^(?:api-extractor|biome|deno|renovate|components|cypress|babel|bower|tslint|oxlintrc|dprint|shrinkdeps)\.json[c5]?$/,
  /^(?:netlify|wrangler|fly|bunfig|rome|mise)\.toml$|^mocha\.opts$|^Procfile$/,
  /^(?:pnpm-workspace|lefthook(?:-local)?|(?:docker-)?compose(?:\..+)?|Taskfile|serverless|app|render|cloudbuild)\.ya?ml$/,
];

/** Whether the name is a configuration file's by convention. */
export function isConfig(name: string): boolean {
  return name.startsWith(".") ? !plainDotfiles.test(name) : configNames.some((pattern) => pattern.test(name));
}

/** Configurations that have a name of their own only together with their folder. */
const inFolders = /(?:^|\/)(?:\.changeset\/config\.json|\.devcontainer\/.*\.json|\.vscode\/(?:tasks|launch)\.json)$/;

const pipelines =
  /^(?:\.gitlab-ci\.ya?ml|\.travis\.ya?ml|\.?appveyor\.ya?ml|azure-pipelines.*\.ya?ml|bitbucket-pipelines\.ya?ml|\.drone\.ya?ml|\.cirrus\.ya?ml|Jenkinsfile|action\.ya?ml)$/;

/** What kind of text a path is that can name a package without being a source; undefined for any other. */
export function textKindOf(path: string): TextFile["kind"] | undefined {
  const name = posix.basename(path);
  const folder = posix.dirname(path);
  if (pipelines.test(name)) return "workflow";
  if (
    /(?:^|\/)(?:\.(?:github|gitea|forgejo)\/(?:workflows|actions)|\.circleci|\.buildkite|\.woodpecker|\.gitlab|\.azure|\.azuredevops|\.?azure-pipelines)(?:\/|$)/.test(
      folder,
    ) &&
    /\.ya?ml$/.test(name)
  )
    return "workflow";
  if (/^(?:Dockerfile|Containerfile)|\.(?:Dockerfile|dockerfile)$/.test(name)) return "dockerfile";
  if (/(?:^|\/)(?:\.husky|\.githooks|\.hooks|git-hooks|githooks)$/.test(folder) && !name.startsWith(".")) return "hook";
  if (/\.(?:sh|bash|zsh|fish|ps1|cmd|bat)$/i.test(name) || /^(?:GNUm|M|m)akefile$|\.mk$|^[Jj]ustfile$/.test(name))
    return "shell";
  if (/\.html?$/i.test(name)) return "html";
  if (isConfig(name) || inFolders.test(path)) return "config";
  return /\.(?:css|scss|sass|less|styl|pcss|vue|svelte|astro|mdx|coffee|litcoffee|iced|ls|civet|gjs|gts|marko|riot|pug|jade|ejs|hbs|njk|graphql|gql|prisma)$/.test(
    name,
  )
    ? "other"
    : undefined;
}

/** Package managers' own files and lists of words or packages: they name what is there, and need none of it. */
const lists =
  /(?:^|\/)(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|deno\.lock|bower\.json|component\.json|composer\.json|dependabot\.ya?ml|shrinkdeps(?:\.baseline)?\.json|\.vscode\/.*)$/;

/** Whether a file that is neither source nor a known text is data or a configuration in some language, so that it may name a package. */
export function isData(path: string): boolean {
  const name = posix.basename(path);
  return (
    !lists.test(path) &&
    /\.(?:json[c5]?|ya?ml|toml|ini|cfg|conf|properties|xml|gradle|kts|rb|podspec|pbxproj|tf|hcl|nix|md)$|^(?:Podfile|Gemfile|Rakefile|Fastfile|Caddyfile|Tiltfile|Vagrantfile|\.env(?:\..*)?)$/.test(
      name,
    )
  );
}
