import { styled } from "./rules.js";

export default styled(
  { semi: true, quotes: "double", arrowParens: true, braceStyle: "1tbs" },
  { "@stylistic/max-len": ["error", { code: 120, ignoreStrings: true, ignoreComments: true }] },
);
