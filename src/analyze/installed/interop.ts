/** What a CommonJS package says for importers that take it for a compiled ES module. */
import type { Disk } from "../../project/project.ts";
import { entryFiles } from "./entry.ts";
import { readInstalledManifest } from "./manifest.ts";

/** True when the installed package's `default` is `module.exports` itself, by the text of its entry. */
export function isOwnDefault(disk: Disk, name: string, workspace: string): boolean {
  const manifest = readInstalledManifest(disk, name, workspace);
  const [entry] = manifest === undefined ? [] : entryFiles(disk, manifest);
  const file = entry === undefined ? undefined : disk.read(entry);
  if (file === undefined || !("text" in file)) return false;
  const set = [...file.text.matchAll(/\b(?:module\.)?exports\.default\s*=\s*([\w.]+)\s*(?:[;,\n]|$)/g)];
  const [only, ...others] = set;
  if (only?.[1] === undefined || others.length > 0) return false;
  if (only[1] === "module.exports") return true;
  const exported = [...file.text.matchAll(/\bmodule\.exports\s*=\s*(?:(?:async )?function\*?\s+)?(\w+)/g)];
  return exported.length === 1 && exported[0]?.[1] === only[1];
}
