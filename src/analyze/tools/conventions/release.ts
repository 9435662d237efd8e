import { type Convention, short } from "./convention.ts";

/** Files that list packages or words, and name what they need under these keys alone. */
export const LISTS_PRESETS: readonly { readonly files: RegExp; readonly under: RegExp }[] = [
  { files: /(?:^|\/)\.?renovate(?:rc)?(?:\.json5?)?$/, under: /(?:^|\.)extends$/ },
  { files: /(?:^|\/)\.?cspell(?:\.config)?\.\w+$/, under: /(?:^|\.)(?:import|path)$/ },
];

const changelogPreset = short("conventional-changelog");

/** A preset of a package is named with the package's prefix or without. */
function presets(value: string): readonly string[] {
  return [value, ...short("renovate-config")(value)];
}

/** Releasing, committing, and services that build from a configuration. */
export const release: readonly Convention[] = [
  {
    hosts: ["semantic-release"],
    fields: ["release"],
    files: /(?:^|\/)(?:\.releaserc(?:\.\w+)?|release\.config\.[cm]?[jt]s)$/,
    commands: ["semantic-release"],
    rules: [{ under: /preset$/, packages: changelogPreset }],
  },
  {
    hosts: ["release-it"],
    fields: ["release-it"],
    files: /(?:^|\/)\.release-it\.\w+$/,
    rules: [{ under: /preset/, packages: changelogPreset }],
  },
  {
    hosts: ["standard-version"],
    fields: ["standard-version"],
    files: /(?:^|\/)\.versionrc(?:\.\w+)?$/,
    commands: ["standard-version", "conventional-changelog", "conventional-recommended-bump"],
    rules: [{ under: /^(?:preset|p)$/, packages: changelogPreset }],
  },
  {
    hosts: ["lerna"],
    files: /(?:^|\/)lerna\.json$/,
    rules: [{ under: /changelogPreset/, packages: changelogPreset }],
  },
  {
    hosts: ["commitizen"],
    fields: ["config"],
    files: /(?:^|\/)\.czrc$|(?:^|\/)\.cz\.json$/,
    rules: [{ under: /path$/, packages: short("cz") }],
  },
  {
    hosts: ["renovate"],
    files: /(?:^|\/)\.?renovate(?:rc)?(?:\.json5?)?$/,
    fields: ["renovate"],
    rules: [
      {
        under: /(?:^|\.)extends$/,
        packages: (value) => presets(value.replace(/^npm:/, "").replace(/[:>].*$/, "")),
      },
    ],
  },
  {
    hosts: ["jsdoc"],
    files: /(?:^|\/)(?:\.?jsdoc(?:rc)?|jsdoc\.conf)[.\w-]*(?:json|js)$/,
    rules: [],
  },
];
