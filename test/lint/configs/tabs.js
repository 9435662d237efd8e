import { styled } from "./rules.js";

export default styled(
  {
    semi: true,
    quotes: "single",
    indent: "tab",
    arrowParens: true,
    braceStyle: "1tbs",
    commaDangle: "always-multiline",
  },
  {
    "@stylistic/quote-props": ["error", "as-needed"],
    "@stylistic/no-extra-parens": ["error", "all", { nestedBinaryExpressions: false }],
  },
);
