/** How a helper module gives what it defines: as the package did, in the module system of the files that use it. */
import { countUses } from "../../catalog/rename.ts";

/** Which exports the project's files ask of the helper, and how. */
export interface Shape {
  /** The default export itself is used. */
  self: boolean;
  /** Exports read as members of the default export. */
  readonly members: Set<string>;
  /** Exports imported by name. */
  readonly named: Set<string>;
}

/** The statements that give the exports by their names, where a definition does not say so itself. */
export function exportsOf(
  shape: Shape,
  names: ReadonlyMap<string, string>,
  base: string,
  modules: "esm" | "cjs",
): string {
  const local = (name: string): string => names.get(name) ?? name;
  const pair = (name: string): string => (local(name) === name ? name : `${name}: ${local(name)}`);
  if (modules === "cjs") {
    const isOwn = shape.members.has("default");
    const members = [...new Set([...shape.members, ...shape.named])].filter((name) => isOwn || name !== "default");
    if (!shape.self) return `module.exports = { ${members.map(pair).join(", ")} };`;
    return [`module.exports = ${base};`, ...members.map((name) => `module.exports.${name} = ${local(name)};`)].join(
      "\n",
    );
  }
  const lines = shape.self ? [...shape.members].map((name) => `${base}.${name} = ${local(name)};`) : [];
  if (shape.self && shape.members.size > 0) lines.push(`\nexport default ${base};`);
  if (!shape.self && shape.members.size > 0)
    lines.push(`export default { ${[...shape.members].map(pair).join(", ")} };`);
  return lines.join("\n");
}

/** Puts the parts together; a function or constant that is an export by itself says so where it is defined. */
export function joinExports(
  parts: readonly string[],
  shape: Shape,
  names: ReadonlyMap<string, string>,
  base: string,
  modules: "esm" | "cjs",
): string {
  let text = parts.join("\n\n") + "\n";
  if (modules === "cjs") return text;
  if (shape.self && shape.members.size === 0) {
    text = text.replace(
      new RegExp(`^((?:async )?function\\*? ${base}\\b|class ${base}\\b)`, "gm"),
      "export default $1",
    );
    // A constant that something uses by its name keeps it.
    if (!text.includes("export default ") && countUses(text, base) === 1)
      text = text.replace(new RegExp(`^const ${base} = `, "m"), "export default ");
    if (!text.includes("export default ")) text += `\nexport default ${base};\n`;
  }
  for (const name of shape.named) {
    if (name === "default") continue;
    const local = names.get(name) ?? name;
    text =
      local === name
        ? text.replace(
            new RegExp(`^((?:async )?function\\*? ${local}\\b|(?:const|class) ${local}\\b)`, "gm"),
            "export $1",
          )
        : `${text}\nexport { ${local} as ${name} };\n`;
  }
  return text;
}
