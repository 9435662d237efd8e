/** What common configurations ask for beyond the recommended rules; the styles differ in how it is written. */
import js from "@eslint/js";
import stylistic from "@stylistic/eslint-plugin";
import imports from "eslint-plugin-import-x";
import node from "eslint-plugin-n";
import unicorn from "eslint-plugin-unicorn";
import globals from "globals";
import typescript from "typescript-eslint";

const habits = {
  "arrow-body-style": "error",
  curly: ["error", "multi-line"],
  "dot-notation": "error",
  eqeqeq: "error",
  "no-else-return": "error",
  "no-extra-bind": "error",
  "no-lone-blocks": "error",
  "no-lonely-if": "error",
  "no-param-reassign": "error",
  "no-return-assign": "error",
  "no-sequences": "error",
  "no-shadow": "error",
  "no-unneeded-ternary": "error",
  "no-unused-expressions": "error",
  "no-use-before-define": ["error", { functions: false }],
  "no-useless-computed-key": "error",
  "no-useless-concat": "error",
  "no-useless-rename": "error",
  "no-useless-return": "error",
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-arrow-callback": "error",
  "prefer-const": "error",
  "prefer-object-spread": "off",
  "prefer-regex-literals": "error",
  "prefer-rest-params": "error",
  "prefer-spread": "error",
  yoda: "error",
};

const modules = {
  "import-x/first": "error",
  "import-x/newline-after-import": "error",
  "import-x/no-duplicates": "error",
  "import-x/no-useless-path-segments": "error",
  "import-x/order": "error",
  "n/prefer-node-protocol": "error",
  "unicorn/no-useless-spread": "error",
  "unicorn/prefer-number-properties": "error",
  "unicorn/throw-new-error": "error",
};

/** A flat configuration: recommended, habits, and one way to write. */
export function styled(options, extra = {}) {
  return [
    { ignores: ["node_modules/"] },
    js.configs.recommended,
    ...typescript.configs.recommended.map((config) => ({ ...config, files: ["**/*.ts"] })),
    {
      plugins: { "import-x": imports, n: node, unicorn },
      languageOptions: { globals: globals.node },
      rules: { ...habits, ...modules },
    },
    { files: ["**/*.cjs"], languageOptions: { sourceType: "commonjs" } },
    stylistic.configs.customize(options),
    { rules: extra },
  ];
}
