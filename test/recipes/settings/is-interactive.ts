import fc from "fast-check";
import type { Surround } from "../proof/outcome.ts";
import { anything } from "../proof/hostile.ts";
import { type Sample, sample, shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const terms = [undefined, "dumb", "xterm", ""];
const services = [undefined, "true", "false", ""];

/** A call in every surrounding of a terminal and a build service, at a terminal or not. */
const inEach: Surround = async (call) => {
  const { TERM, CI } = process.env;
  const { isTTY } = process.stdout;
  const answers: unknown[] = [];
  try {
    for (const term of terms)
      for (const service of services)
        for (const isTerminal of [true, false]) {
          setVariable("TERM", term);
          setVariable("CI", service);
          process.stdout.isTTY = isTerminal;
          answers.push(await call());
        }
  } finally {
    setVariable("TERM", TERM);
    setVariable("CI", CI);
    process.stdout.isTTY = isTTY;
  }
  return answers;
};

function setVariable(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

const stream = fc.oneof(
  shared(fc.constantFrom<unknown>(undefined, null, {}, { isTTY: true }, { isTTY: false }, { isTTY: 1 })),
  fc.constantFrom("stdout", "stderr", "stdin").map((name) => sample(name, () => process[name as "stdout"])),
);

const options = fc.oneof(
  {
    weight: 3,
    arbitrary: stream.map((one) => sample(`{ stream: ${one.text} }`, (world) => ({ stream: one.make(world) }))),
  },
  anything,
);

export default {
  arguments: {
    default: fc.oneof(
      options.map((one): Sample[] => [one]),
      fc.constant<Sample[]>([]),
    ),
  },
  surround: inEach,
} satisfies ProofSettings;
