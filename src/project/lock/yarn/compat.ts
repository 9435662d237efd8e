/**
 * Packages that yarn 2 and later make depend on others by themselves, since those use them without saying so: each with
 * the names it gets. The lockfile holds the others without telling who asks.
 */
const added: Readonly<Record<string, readonly string[]>> = {
  "@babel/parser": ["@babel/types"],
  "@cypress/snapshot": ["debug"],
  "@google-cloud/firestore": ["protobufjs"],
  "@npmcli/metavuln-calculator": ["json-parse-even-better-errors"],
  "@playwright/test": ["jest-matcher-utils"],
  "@pm2/agent": ["debug"],
  "@rebass/forms": ["@styled-system/should-forward-prop"],
  "@vue/cli-plugin-typescript": ["@babel/core", "babel-loader"],
  "@vuetify/cli-plugin-utils": ["semver"],
  "@webpack-cli/package-utils": ["cross-spawn"],
  "babel-preset-react-app": ["@babel/plugin-proposal-private-property-in-object"],
  "bin-links": ["mkdirp-infer-owner"],
  "cacheable-lookup": ["@types/keyv"],
  "cordova-ios": ["underscore"],
  "cordova-lib": ["underscore"],
  "elm-webpack-loader": ["temp"],
  "eslint-import-resolver-vite": ["debug", "resolve"],
  "focus-trap-react": ["tabbable"],
  got: ["@types/keyv", "@types/responselike"],
  "jest-vue-preprocessor": ["@babel/core", "@babel/template"],
  "jss-plugin-rule-value-function": ["tiny-warning"],
  "material-table": ["@babel/runtime"],
  mqtt: ["duplexify"],
  notistack: ["csstype"],
  "query-ast": ["lodash"],
  "react-bootstrap-table2-paginator": ["classnames"],
  "react-instantsearch-dom": ["react-fast-compare"],
  "scss-parser": ["lodash"],
  skypack: ["tar"],
  snowpack: ["magic-string", "node-gyp"],
  sodium: ["node-gyp"],
  terser: ["acorn"],
  testcafe: ["@babel/plugin-transform-for-of", "@babel/runtime"],
  "testcafe-legacy-api": ["read-file-relative", "testcafe-hammerhead"],
  "typescript-language-server": ["vscode-jsonrpc", "vscode-languageserver-protocol"],
  unified: ["@types/unist"],
  useragent: ["request", "semver", "yamlparser"],
  "vue-cli-plugin-vuetify": ["null-loader", "semver"],
  "winston-transport": ["logform"],
};

/** Names that a package of this name may be made to depend on. */
export function addedByYarn(name: string): readonly string[] {
  return Object.hasOwn(added, name) ? (added[name] ?? []) : [];
}
