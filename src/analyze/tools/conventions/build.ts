import { typesPackage } from "../specifier.ts";
import { always, type Convention, scoped, short, when } from "./convention.ts";

const babelPlugin = (value: string): readonly string[] => [
  ...short("babel-plugin")(value),
  ...(value.startsWith("@babel/") ? [`@babel/plugin-${value.slice("@babel/".length)}`] : []),
  // The transform writes imports of the runtime into the output.
  ...(/transform-runtime$/.test(value)
    ? ["@babel/runtime", "@babel/runtime-corejs2", "@babel/runtime-corejs3", "babel-runtime"]
    : []),
];
const babelPreset = (value: string): readonly string[] => [
  ...short("babel-preset")(value),
  ...(value.startsWith("@babel/") ? [`@babel/preset-${value.slice("@babel/".length)}`] : []),
];
const jsxRuntime = when({ "react-jsx": ["react"], "react-jsxdev": ["react"] });

/** Compilers and bundlers. */
export const build: readonly Convention[] = [
  {
    hosts: ["@babel/core", "babel-core"],
    fields: ["babel"],
    files: /(?:^|\/)(?:\.babelrc(?:\.\w+)?|babel\.config\.(?:json|[cm]?[jt]s)|\.?babel-preset[\w.-]*\.[cm]?js)$/,
    commands: ["babel", "babel-node", "babelify"],
    rules: [
      { under: /presets$/, packages: babelPreset },
      { under: /plugins$/, packages: babelPlugin },
      { under: /useBuiltIns$/, packages: always("core-js", "regenerator-runtime") },
      { under: /corejs(?:\.|$)/, packages: always("core-js", "core-js-pure", "@babel/runtime-corejs3") },
    ],
  },
  {
    hosts: ["typescript"],
    fields: ["ts-node"],
    files: /(?:^|\/)[tj]sconfig[.\w-]*\.json$/,
    commands: ["tsc", "ts-node"],
    rules: [
      {
        under: /compilerOptions\.types$|^types$/,
        packages: (value) => [typesPackage(value.split("/")[0]!), typesPackage(value)],
      },
      { under: /importHelpers$/, packages: (value) => (value === "true" ? ["tslib"] : []) },
      { under: /compilerOptions\.jsx$/, packages: jsxRuntime },
      { under: /^typedocOptions(?:\.|$)/, keys: true, packages: always("typedoc") },
    ],
  },
  {
    hosts: ["@swc/core"],
    files: /(?:^|\/)\.swcrc$/,
    rules: [{ under: /externalHelpers$/, packages: (value) => (value === "true" ? ["@swc/helpers"] : []) }],
  },
  {
    hosts: ["webpack"],
    files:
      /(?:^|\/)(?:[\w.-]*webpack[\w.-]*|craco\.config|vue\.config|next\.config|config-overrides)\.[cm]?[jt]s$|(?:^|\/)\.storybook\//,
    commands: ["webpack", "webpack-dev-server"],
    rules: [
      {
        under: /(?:loader|loaders|use)$/,
        packages: (value) => value.split("!").map((part) => `${part.replace(/\?.*$/, "").replace(/^-/, "")}-loader`),
      },
    ],
  },
  {
    hosts: ["rollup"],
    files: /(?:^|\/)rollup[.\w-]*\.config[.\w]*\.[cm]?[jt]s$/,
    commands: ["rollup"],
    rules: [
      { under: /^(?:plugin|p)$/, packages: (value) => [`@rollup/plugin-${value}`, `rollup-plugin-${value}`] },
      { under: /configPlugin$/, packages: (value) => [`@rollup/plugin-${value}`, `rollup-plugin-${value}`] },
    ],
  },
  {
    hosts: ["browserify"],
    fields: ["browserify"],
    commands: ["browserify", "watchify", "budo"],
    rules: [],
  },
  {
    hosts: ["postcss"],
    fields: ["postcss"],
    files: /(?:^|\/)(?:\.postcssrc(?:\.\w+)?|postcss\.config\.(?:json|[cm]?[jt]s))$/,
    commands: ["postcss"],
    rules: [
      { under: /parser$|syntax$|stringifier$/, packages: short("postcss") },
      { under: /plugins$|^u(?:se)?$/, packages: short("postcss") },
    ],
  },
  {
    hosts: ["storybook"],
    files: /(?:^|\/)\.storybook\//,
    rules: [
      { under: /addons$/, packages: scoped("@storybook") },
      {
        under: /builder(?:\.name)?$/,
        packages: (value) => [
          `@storybook/builder-${value}`,
          `storybook-builder-${value}`,
          // It is built by a package of its own up to version 6.
          `@storybook/manager-${value}`,
        ],
      },
      { under: /framework(?:\.name)?$/, packages: scoped("@storybook") },
    ],
  },
  {
    hosts: ["@graphql-codegen/cli"],
    files: /(?:^|\/)codegen[.\w-]*\.(?:ya?ml|json|[cm]?[jt]s)$|(?:^|\/)\.graphqlrc|(?:^|\/)graphql\.config\./,
    commands: ["graphql-codegen"],
    rules: [
      { under: /plugins$/, packages: scoped("@graphql-codegen") },
      { under: /plugins$/, keys: true, packages: scoped("@graphql-codegen") },
      { under: /preset$/, packages: (value) => [`@graphql-codegen/${value}-preset`, `@graphql-codegen/${value}`] },
    ],
  },
  {
    hosts: ["@docusaurus/core"],
    files: /(?:^|\/)docusaurus\.config\.[cm]?[jt]s$/,
    rules: [
      { under: /presets$/, packages: (value) => [`@docusaurus/preset-${value}`, `docusaurus-preset-${value}`] },
      { under: /plugins$/, packages: (value) => [`@docusaurus/plugin-${value}`, `docusaurus-plugin-${value}`] },
      { under: /themes?$/, packages: (value) => [`@docusaurus/theme-${value}`, `docusaurus-theme-${value}`] },
    ],
  },
  {
    hosts: ["next"],
    files: /(?:^|\/)next\.config\.[cm]?[jt]s$/,
    rules: [
      { under: /reactCompiler(?:\.|$)/, packages: always("babel-plugin-react-compiler") },
      { under: /optimizeCss$/, packages: always("critters", "beasties") },
    ],
  },
  {
    hosts: ["@lingui/cli"],
    files: /(?:^|\/)lingui\.config\.[cm]?[jt]s$/,
    rules: [
      { under: /format$/, packages: scoped("@lingui", "") },
      { under: /format$/, packages: (value) => [`@lingui/format-${value}`] },
    ],
  },
  {
    hosts: ["nuxt"],
    files: /(?:^|\/)nuxt\.config\.[cm]?[jt]s$/,
    rules: [
      { under: /modules$/i, packages: (value) => [`@nuxt/${value}`, `@nuxtjs/${value}`] },
      { under: /(?:^|\.)devtools(?:\.enabled)?$/, packages: (value) => (value === "true" ? ["@nuxt/devtools"] : []) },
      { under: /typeCheck$/, packages: always("vue-tsc", "typescript") },
    ],
  },
  {
    hosts: ["vuepress"],
    files: /(?:^|\/)\.vuepress\//,
    rules: [
      { under: /plugins$/, packages: short("vuepress-plugin") },
      { under: /theme$/, packages: short("vuepress-theme") },
    ],
  },
];
