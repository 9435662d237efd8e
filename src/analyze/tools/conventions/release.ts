import { type Convention, short } from "./convention.ts";

const changelogPreset = short("conventional-changelog");

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
    hosts: ["jsdoc"],
    files: /(?:^|\/)(?:\.?jsdoc(?:rc)?|jsdoc\.conf)[.\w-]*(?:json|js)$/,
    rules: [],
  },
];
