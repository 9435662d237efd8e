import { always, type Convention, scoped, short, when } from "./convention.ts";

const ENVIRONMENTS = when({
  jsdom: ["jsdom"],
  "happy-dom": ["happy-dom"],
  "edge-runtime": ["@edge-runtime/vm"],
});
const COVERAGE = when({
  v8: ["@vitest/coverage-v8"],
  c8: ["@vitest/coverage-c8"],
  istanbul: ["@vitest/coverage-istanbul"],
});
const DEFAULT_COVERAGE = always("@vitest/coverage-v8", "@vitest/coverage-c8", "@vitest/coverage-istanbul");

/** Test runners, coverage, and what they load by name. */
export const test: readonly Convention[] = [
  {
    hosts: ["jest", "jest-cli"],
    fields: ["jest"],
    files: /(?:^|\/)jest[.\w-]*\.config(?:\.[\w.]+)?\.(?:[cm]?[jt]s|json)$|(?:^|\/)\.jestrc/,
    commands: ["jest"],
    rules: [
      { under: /(?:testEnvironment|env)$/, packages: short("jest-environment") },
      { under: /(?:runner|testRunner)$/, packages: short("jest-runner", "jest") },
      { under: /watchPlugins$/, packages: short("jest-watch") },
      { under: /preset$/, packages: short("jest-preset") },
      { under: /snapshotFormat|prettierPath$/, packages: always("prettier") },
    ],
  },
  {
    hosts: ["vitest", "vite"],
    files:
      /(?:^|\/)(?:vite|vitest)[.\w-]*\.(?:config|workspace|projects)[.\w]*\.[cm]?[jt]s$|(?:^|\/)vitest\.workspace\.json$/,
    commands: ["vitest"],
    rules: [
      { under: /environment/i, packages: ENVIRONMENTS },
      { under: /(?:^|\.)environment$/, packages: short("vitest-environment") },
      { under: /^(?:dom)$/, packages: always("happy-dom") },
      { under: /coverage\.provider$/, packages: COVERAGE },
      { under: /(?:^|\.)coverage(?:\.|$)/, packages: DEFAULT_COVERAGE },
      { under: /(?:^|\.)ui$/, packages: always("@vitest/ui") },
      { under: /(?:^|\.)browser(?:\.|$)/, packages: always("@vitest/browser", "playwright", "webdriverio") },
      { under: /browser\.provider$/, packages: (value) => [`@vitest/browser-${value}`] },
      { under: /minify$/, packages: when({ terser: ["terser"] }) },
    ],
  },
  {
    hosts: ["mocha"],
    fields: ["mocha"],
    files: /(?:^|\/)(?:\.mocharc(?:\.\w+)?|mocha\.opts)$/,
    commands: ["mocha", "_mocha", "electron-mocha"],
    rules: [{ under: /^(?:reporter|R|ui|u)$/, packages: short("mocha", "mocha-reporter") }],
  },
  {
    hosts: ["nyc", "c8", "istanbul"],
    fields: ["nyc", "c8"],
    files: /(?:^|\/)(?:\.nycrc(?:\.\w+)?|nyc\.config\.[cm]?js|\.c8rc(?:\.\w+)?|\.istanbul\.yml)$/,
    commands: ["nyc", "c8"],
    rules: [{ under: /reporter|r$/, packages: short("istanbul-reporter") }],
  },
  {
    hosts: ["ava"],
    fields: ["ava"],
    files: /(?:^|\/)ava\.config\.[cm]?js$/,
    rules: [
      { under: /^typescript(?:\.|$)/, packages: always("@ava/typescript") },
      { under: /^babel(?:\.|$)/, packages: always("@ava/babel") },
    ],
  },
  {
    hosts: ["karma", "karma-cli"],
    files: /(?:^|\/)(?:karma[.\w-]*\.conf|karma\.config)[.\w]*\.[cm]?[jt]s$/,
    commands: ["karma"],
    rules: [
      { under: /frameworks$/, packages: short("karma") },
      { under: /preprocessors/, packages: (value) => [`karma-${value}`, `karma-${value}-preprocessor`] },
      { under: /reporters$/, packages: (value) => [`karma-${value}`, `karma-${value}-reporter`] },
      {
        under: /browsers$/,
        packages: (value) => [`karma-${value.replace(/Headless.*$|Canary$/, "").toLowerCase()}-launcher`],
      },
      { under: /plugins$/, packages: short("karma") },
    ],
  },
  {
    hosts: ["@stryker-mutator/core"],
    files: /(?:^|\/)(?:stryker\.conf|\.stryker\.conf|stryker\.config)\.(?:json|[cm]?js)$/,
    commands: ["stryker"],
    rules: [
      { under: /testRunner$/, packages: scoped("@stryker-mutator", "-runner") },
      { under: /checkers$/, packages: scoped("@stryker-mutator", "-checker") },
      { under: /packageManager|plugins/, packages: scoped("@stryker-mutator") },
    ],
  },
  {
    hosts: ["@wdio/cli", "webdriverio"],
    files: /(?:^|\/)wdio[.\w-]*\.conf[.\w]*\.[cm]?[jt]s$/,
    commands: ["wdio"],
    rules: [
      { under: /framework$/, packages: scoped("@wdio", "-framework") },
      { under: /runner$/, packages: scoped("@wdio", "-runner") },
      { under: /reporters$/, packages: (value) => [`@wdio/${value}-reporter`, `wdio-${value}-reporter`] },
      { under: /services$/, packages: (value) => [`@wdio/${value}-service`, `wdio-${value}-service`] },
    ],
  },
];
