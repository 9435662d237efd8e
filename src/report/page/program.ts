/** The page's own program, as it was compiled beside this module. */
import { readFileSync } from "node:fs";

/** In the order they have to run in. */
const parts = ["tree.js", "map.js", "program.js"];

/** Its text, for one script element. */
export function readPageProgram(): string {
  const text = parts.map((name) => readFileSync(new URL(`./browser/${name}`, import.meta.url), "utf8")).join("\n");
  if (/<\/script|<!--/i.test(text)) throw new Error("the page's program would end its own element");
  return `(() => {\n${text}\n})();\n`;
}
