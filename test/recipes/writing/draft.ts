import semver from "semver";
import type { Signature } from "./signatures.ts";

/** The first draft of a recipe: everything but what a person has to say, which `npm test` then asks for. */
export function draftRecipe(name: string, lowest: string, highest: string, signatures: readonly Signature[]): string {
  const range = lowest === highest ? lowest : `>=${lowest} <${semver.major(highest) + 1}`;
  const up = "../".repeat(name.split("/").length);
  const functions = signatures.map((each) => functionOf(name, each)).join("\n");
  const table = signatures.map((each) => `    ${each.export}: ${localName(name, each)},\n`).join("");
  return `import { defineRecipe } from "${up}src/recipe.ts";

${functions}
export default defineRecipe({
  package: "${name}",
  versions: "${range}",
  replacement: "",
  floor: { node: "" },
  exports: {
${table}  },
});
`;
}

/** The first program of a fixture: a call of each function with a value of each parameter's type. */
export function draftProgram(name: string, signatures: readonly Signature[]): string {
  const named = signatures.filter((each) => each.export !== "default").map((each) => each.export);
  const hasDefault = signatures.some((each) => each.export === "default");
  const bindings = [
    ...(hasDefault ? [identifier(name)] : []),
    ...(!hasDefault && named.length > 0 ? [`{ ${named.join(", ")} }`] : []),
  ];
  const calls = signatures.map((each) => {
    const values = each.parameters.map(({ type, name: text }) => valueOf(type, text)).join(", ");
    const callee =
      hasDefault && each.export !== "default" ? `${identifier(name)}.${each.export}` : localName(name, each);
    return `console.log(${callee}(${values}));`;
  });
  return `import ${bindings.join(", ")} from "${name}";\n\n${calls.join("\n")}\n`;
}

function functionOf(name: string, signature: Signature): string {
  const parameters = signature.parameters.map((each) => `_${each.name}${each.isOptional ? "?" : ""}: ${each.type}`);
  return `function ${localName(name, signature)}(${parameters.join(", ")}): unknown {
  throw new Error("write here, from its behaviour, what ${name} does with its arguments");
}
`;
}

function localName(name: string, signature: Signature): string {
  return signature.export === "default" ? identifier(name) : signature.export;
}

function identifier(name: string): string {
  const words = name.split(/[^A-Za-z\d]+/).filter((word) => word !== "");
  return words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");
}

function valueOf(type: string, name: string): string {
  if (type.endsWith("[]")) return "[1, 2]";
  if (type === "number") return "3";
  if (type === "boolean") return "true";
  return type === "string" ? JSON.stringify(name) : "process.argv[2]";
}
