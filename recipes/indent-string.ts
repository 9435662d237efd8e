import { defineRecipe } from "../src/recipe.ts";

interface Indentation {
  readonly indent?: string;
  readonly includeEmptyLines?: boolean;
}

/** Indents each line of a text that is not blank. */
function indentString(text: unknown, count: unknown = 1, options: unknown = {}): string {
  const { indent = " ", includeEmptyLines = false } = options as Indentation;
  if (typeof text !== "string") throw new TypeError(`Expected \`input\` to be a \`string\`, got \`${typeof text}\``);
  if (typeof count !== "number") throw new TypeError(`Expected \`count\` to be a \`number\`, got \`${typeof count}\``);
  if (count < 0) throw new RangeError(`Expected \`count\` to be at least 0, got \`${count}\``);
  if (typeof indent !== "string")
    throw new TypeError(`Expected \`options.indent\` to be a \`string\`, got \`${typeof indent}\``);
  return count === 0 ? text : text.replace(includeEmptyLines ? /^/gm : /^(?!\s*$)/gm, indent.repeat(count));
}

export default defineRecipe({
  package: "indent-string",
  versions: ">=5.0.0 <=6.0.0",
  replacement: "String.prototype.replace",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: [(text: string) => text.replace(/^(?!\s*$)/gm, " "), indentString] },
});
