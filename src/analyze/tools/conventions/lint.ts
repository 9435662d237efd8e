import { always, short, when, type Convention } from "./convention.ts";

const eslintPlugin = short("eslint-plugin");
const beforeSlash = (value: string): readonly string[] =>
  value.includes("/") ? eslintPlugin(value.replace(/\/[^/]*$/, "")) : [];

const eslintRules: Convention["rules"] = [
  { under: /extends$/, packages: short("eslint-config") },
  {
    under: /extends$/,
    packages: (value) =>
      value.startsWith("plugin:") ? eslintPlugin(value.slice("plugin:".length).replace(/\/[^/]*$/, "")) : [],
  },
  // What the plugin recommends extends that configuration.
  { under: /extends$/, packages: when({ "plugin:prettier/recommended": ["eslint-config-prettier"] }) },
  { under: /plugins?$/, packages: eslintPlugin },
  { under: /^(?:.*\.)?(?:rules|env)$/, keys: true, packages: beforeSlash },
  { under: /processor$/, packages: beforeSlash },
  { under: /import\/resolver$/, keys: true, packages: short("eslint-import-resolver") },
  { under: /import\/resolver$/, packages: short("eslint-import-resolver") },
  { under: /^(?:f|format)$/, packages: short("eslint-formatter") },
];

/** Linters and formatters. */
export const lint: readonly Convention[] = [
  {
    hosts: ["eslint"],
    fields: ["eslintConfig"],
    files: /(?:^|\/)(?:\.eslintrc(?:\.\w+)?|eslint\.config\.[cm]?[jt]s)$/,
    commands: ["eslint", "standard", "semistandard", "ts-standard"],
    rules: eslintRules,
  },
  {
    hosts: ["standard", "semistandard", "ts-standard", "standardx"],
    fields: ["standard", "semistandard", "ts-standard", "standardx"],
    rules: eslintRules,
  },
  {
    hosts: ["xo"],
    fields: ["xo"],
    files: /(?:^|\/)(?:\.xo-config(?:\.\w+)?|xo\.config\.[cm]?[jt]s)$/,
    commands: ["xo"],
    rules: [...eslintRules, { under: /extends$/, packages: short("eslint-config-xo") }],
  },
  {
    hosts: ["prettier"],
    fields: ["prettier"],
    files: /(?:^|\/)(?:\.prettierrc(?:\.\w+)?|prettier\.config\.[cm]?[jt]s)$/,
    commands: ["prettier"],
    rules: [{ under: /plugins?$/, packages: short("prettier-plugin") }],
  },
  {
    hosts: ["stylelint"],
    fields: ["stylelint"],
    files: /(?:^|\/)(?:\.stylelintrc(?:\.\w+)?|stylelint\.config\.[cm]?[jt]s)$/,
    commands: ["stylelint"],
    rules: [
      { under: /(?:extends|config)$/, packages: short("stylelint-config") },
      { under: /plugins$/, packages: short("stylelint") },
      { under: /customSyntax|custom-syntax|syntax$/, packages: short("postcss") },
      { under: /formatter$/, packages: short("stylelint-formatter") },
    ],
  },
  {
    hosts: ["@commitlint/cli", "commitlint"],
    fields: ["commitlint"],
    files: /(?:^|\/)(?:\.commitlintrc(?:\.\w+)?|commitlint\.config\.[cm]?[jt]s)$/,
    commands: ["commitlint"],
    rules: [
      { under: /(?:extends|x)$/, packages: short("commitlint-config") },
      { under: /plugins$/, packages: short("commitlint-plugin") },
      { under: /parserPreset|parser-preset|g$/, packages: short("conventional-changelog") },
      { under: /formatter$/, packages: always("@commitlint/format") },
    ],
  },
  {
    hosts: ["tslint"],
    fields: ["tslintConfig"],
    files: /(?:^|\/)tslint\.(?:json|ya?ml|js)$/,
    rules: [{ under: /extends$/, packages: short("tslint-config", "tslint") }],
  },
  {
    hosts: ["remark-cli", "remark"],
    fields: ["remarkConfig"],
    files: /(?:^|\/)\.remarkrc(?:\.\w+)?$/,
    commands: ["remark"],
    rules: [
      { under: /^(?:plugins|use|u)$/, packages: short("remark", "remark-preset") },
      { under: /^plugins$/, keys: true, packages: short("remark") },
    ],
  },
  {
    hosts: ["textlint"],
    files: /(?:^|\/)\.textlintrc(?:\.\w+)?$/,
    commands: ["textlint"],
    rules: [
      { under: /^(?:rules?)$/, keys: true, packages: short("textlint-rule", "textlint-rule-preset") },
      { under: /^(?:filters)$/, keys: true, packages: short("textlint-filter-rule") },
      { under: /^plugins?$/, packages: short("textlint-plugin") },
      { under: /^(?:rule|preset)$/, packages: short("textlint-rule", "textlint-rule-preset") },
    ],
  },
];
