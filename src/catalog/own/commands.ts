/** The commands of a project's own recipe: somebody's code, so what it answers is looked at before it is believed. */
import { ShrinkdepsError } from "../../errors.ts";
import type { CommandRewrite } from "../../recipe.ts";
import { isRecord } from "../literal.ts";
import type { RecipeCommands } from "../parse.ts";
import { type HatchPlace, messageOf } from "./hatch.ts";

/** The commands of one era by name; `era` is its loaded object, undefined where code of recipes may not be run. */
export function commandsOf(place: HatchPlace, era: unknown, names: readonly string[]): RecipeCommands {
  if (era === undefined) {
    const refuse = `its recipe decides by code (\`commands\` in ${place.path}), which is run with --allow-recipe-code only`;
    return Object.fromEntries(names.map((name) => [name, () => ({ refuse })]));
  }
  const table = isRecord(era) && isRecord(era["commands"]) ? era["commands"] : {};
  return Object.fromEntries(
    names.map((name) => {
      const command = table[name];
      if (typeof command !== "function")
        throw new ShrinkdepsError("recipe", `\`commands\` has no function for ${name}`, place);
      return [name, (use: unknown) => checked(place, name, () => Reflect.apply(command, table, [use]))];
    }),
  );
}

function checked(place: HatchPlace, name: string, run: () => unknown): CommandRewrite {
  let answer: unknown;
  try {
    answer = run();
  } catch (error) {
    throw new ShrinkdepsError("recipe", `\`commands\` fails for ${name}: ${messageOf(error)}`, place);
  }
  const { refuse, node, assignments, keep } = isRecord(answer) ? answer : {};
  if (typeof refuse === "string") return { refuse };
  if (typeof node === "string") return { node };
  const isList = Array.isArray(assignments) && assignments.every((one) => typeof one === "string");
  if (isList && typeof keep === "number" && Number.isInteger(keep) && keep >= 0) return { assignments, keep };
  const message = "`commands` give { node: … }, { assignments: […], keep: … } or { refuse: … }";
  throw new ShrinkdepsError("recipe", message, place);
}
