import { createRequire } from "node:module";

/** The version of shrinkdeps itself. */
export function readVersion(): string {
  const { version }: { version: string } = createRequire(import.meta.url)("../../../package.json");
  return version;
}
