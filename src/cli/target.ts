import { InvalidArgumentError } from "commander";

/** The version of a runtime as it is written after --target ("node18", "node@20.12", "22.1.0"), whole: "18.0.0". */
export function parseTarget(text: string): string {
  const match = /^(?:node[@ ]?)?v?(\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?$/i.exec(text.trim());
  if (match === null) throw new InvalidArgumentError("Name a version of Node, as in node18 or 20.12.");
  return [match[1], match[2] ?? "0", match[3] ?? "0"].join(".");
}
