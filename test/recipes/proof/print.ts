/** `npm run proof [-- package…]`: prints how many inputs were tried for each recipe, and every difference found. */
import { installOriginals } from "./originals.ts";
import { type Proof, proofOptions, proveRecipe } from "./prove.ts";
import { readRecipes } from "./source.ts";

await installOriginals();
const names = process.argv.slice(2);
const options = proofOptions();
let differences = 0;
let inputs = 0;
process.stdout.write(`seed ${options.seed}, ${options.runs} inputs per case\n`);
for (const recipe of readRecipes().filter((each) => names.length === 0 || names.includes(each.name))) {
  const proofs = await proveRecipe(recipe, options);
  const found = proofs.filter((each) => each.difference !== undefined);
  const tried = sum(proofs, (each) => each.inputs);
  differences += found.length;
  inputs += tried;
  const versions = [...new Set(proofs.map((each) => each.version))].join(", ");
  const declared = sum(proofs, (each) => each.declared);
  const untried = proofs.filter((each) => each.inputs === 0).length;
  const notes = [
    `${tried} inputs`,
    `${found.length} differences`,
    ...(declared > 0 ? [`${declared} declared`] : []),
    ...(untried > 0 ? [`${untried} cases need a newer Node`] : []),
  ];
  process.stdout.write(`${recipe.name} (${versions}): ${notes.join(", ")}\n`);
  for (const each of found) process.stdout.write(`  ${each.version} ${each.case}${each.difference}\n`);
}
process.stdout.write(`total: ${inputs} inputs, ${differences} cases that differ\n`);
process.exitCode = differences > 0 ? 1 : 0;

function sum(proofs: readonly Proof[], number: (proof: Proof) => number): number {
  return proofs.reduce((total, each) => total + number(each), 0);
}
