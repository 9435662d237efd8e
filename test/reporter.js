/**
 * A reporter for node's test runner: failures whole, tests that took long with their time, everything else counted, and
 * "N passed, N failed" at the end.
 */
import { relative } from "node:path";

/** From here on, in ms, a test is named with its time: a run that is cut off still tells where it was. */
const long = 10_000;

export default async function* report(source) {
  let passed = 0;
  let failed = 0;
  const skipped = [];
  for await (const { type, data } of source) {
    if (type === "test:stderr" || type === "test:stdout") yield data.message;
    if (type !== "test:pass" && type !== "test:fail") continue;
    // A suite, or a test that fails for the sake of another inside it, is not counted twice.
    if (data.details?.type === "suite" || data.details?.error?.failureType === "subtestsFailed") continue;
    if (data.skip !== undefined || data.todo !== undefined) {
      skipped.push(data.name);
    } else if (type === "test:pass") {
      passed += 1;
      const time = data.details?.duration_ms ?? 0;
      if (time >= long) yield `${Math.round(time / 1000)} s: ${data.name}\n`;
    } else {
      failed += 1;
      const place = data.file === undefined ? "" : ` (${relative(process.cwd(), data.file)})`;
      yield `\nFAILED ${data.name}${place}\n${describe(data.details?.error)}\n`;
    }
  }
  if (skipped.length > 0) yield `\nskipped here: ${skipped.join("; ")}\n`;
  yield `\n${passed} passed, ${failed} failed\n`;
}

function describe(error) {
  const cause = error?.cause ?? error;
  return String(cause?.stack ?? cause).replace(/^/gm, "  ");
}
