/**
 * `npm run fuzz -- [--seconds N] [--seed S] [--programs N] [--packages a,b] [--mistakes N] [--whole]`: looks for a program
 * the engine breaks, among those that use the named packages alone when there are names.
 */
import { parseArgs } from "node:util";
import { fuzz } from "./fuzz.ts";
import { packages } from "./packages.ts";
import { reportMistake } from "./report.ts";
import { describe } from "./tally.ts";
import { createCatalog } from "./world.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string" },
    seed: { type: "string" },
    programs: { type: "string" },
    packages: { type: "string" },
    whole: { type: "boolean", default: false },
    mistakes: { type: "string", default: "5" },
  },
});
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const names = values.packages === undefined ? undefined : new Set(values.packages.split(","));
const strangers = [...(names ?? [])].filter((name) => !packages.some((one) => one.name === name));
if (strangers.length > 0) {
  console.error(`no program uses ${strangers.join(", ")}: without a recipe, or with none that a fuzz can compare`);
  process.exit(2);
}
const started = Date.now();
const { tally, mistakes } = await fuzz(await createCatalog(), {
  seed,
  mistakes: Number(values.mistakes),
  shrink: !values.whole,
  ...(names === undefined ? {} : { names }),
  ...(values.programs === undefined ? {} : { programs: Number(values.programs) }),
  ...(values.seconds === undefined
    ? values.programs === undefined
      ? { seconds: 60 }
      : {}
    : { seconds: Number(values.seconds) }),
  onMistake: (found) => process.stdout.write(`${reportMistake(found)}\n\n`),
});
process.stdout.write(
  `${describe(tally)}\nseeds from ${seed}, ${Math.round((Date.now() - started) / 1000)} s, ${mistakes.length} mistakes\n`,
);
process.exitCode = mistakes.length > 0 ? 1 : 0;
