/** Whether a package's licence lets its code be taken over, and the text that has to come along. */
import type { Disk } from "../../project/project.ts";
import { type InstalledManifest, isRecord } from "../installed/manifest.ts";

/** Those that ask for their text to be kept with the code. */
const withNotice: ReadonlySet<string> = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"]);
/** Those that ask for nothing. */
const withoutNotice: ReadonlySet<string> = new Set(["0BSD", "MIT-0", "Unlicense", "CC0-1.0", "WTFPL"]);

export type LicenceReading = { readonly name: string; readonly notice: string } | { readonly refused: string };

/** The licence by its SPDX name, with the text of its files; or why the code may not be taken over. */
export function readLicence(disk: Disk, manifest: InstalledManifest): LicenceReading {
  const name = nameOf(manifest.json);
  if (name === undefined) return { refused: "its manifest names no licence" };
  const isFree = withoutNotice.has(name);
  if (!isFree && !withNotice.has(name)) return { refused: `its licence (${name}) is none of those known to permit it` };
  const texts = disk
    .list(manifest.directory)
    .filter(
      (file) => /^(?:licen[cs]e|copying|unlicense|notice)(?:[.-][\w.-]+)?$/i.test(file) && !/\.[cm]?[jt]s$/.test(file),
    )
    .flatMap((file) => {
      const read = disk.read(`${manifest.directory}/${file}`);
      return "text" in read
        ? [
            read.text
              .replace(/^\uFEFF/, "")
              .replaceAll("\r\n", "\n")
              .trim(),
          ]
        : [];
    })
    .filter((text) => text !== "");
  if (texts.length === 0 && !isFree)
    return { refused: `the text of its licence (${name}) is not installed with it, and would have to be kept` };
  if (texts.some((text) => text.includes("*/")))
    return { refused: "the text of its licence cannot stand in a comment" };
  return { name, notice: texts.join("\n\n") };
}

function nameOf(json: InstalledManifest["json"]): string | undefined {
  const { license, licenses } = json;
  if (typeof license === "string") return license.replace(/^\((.*)\)$/, "$1");
  if (isRecord(license) && typeof license["type"] === "string") return license["type"];
  const [only, ...others] = Array.isArray(licenses) ? licenses : [];
  return isRecord(only) && others.length === 0 && typeof only["type"] === "string" ? only["type"] : undefined;
}
