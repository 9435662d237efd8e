export { caseSettings as default } from "./families/cases.ts";
