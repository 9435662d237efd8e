import { styled } from "./rules.js";

export default styled(
  { semi: false, quotes: "single", arrowParens: false, braceStyle: "1tbs", commaDangle: "never" },
  {
    "@stylistic/arrow-parens": ["error", "as-needed"],
    "@stylistic/space-before-function-paren": ["error", "always"],
    "@stylistic/no-extra-parens": ["error", "functions"],
  },
);
