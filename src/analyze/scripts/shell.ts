/** Which shells run the scripts of a workspace, and what else of the project reaches them. */
import type { Manifest, Project } from "../../project/project.ts";
import { quoteForPattern } from "../usages/read.ts";

/** True when cmd.exe never runs them: npm is told another shell, or the package is not for Windows. */
export function isPosixOnly(project: Project, manifest: Manifest): boolean {
  const settings = project.disk.read(".npmrc");
  // npm reads the .npmrc of the root of a project only, and the last line of a key counts.
  const lines =
    "text" in settings ? [...settings.text.matchAll(/^[ \t]*script-shell[ \t]*=[ \t]*(.*?)[ \t]*\r?$/gm)] : [];
  const shell = lines.at(-1)?.[1]?.replace(/^"(.*)"$/, "$1");
  if (shell !== undefined) return /(?:^|[\\/])(?:ba|da|k|z)?sh(?:\.exe)?$/.test(shell);
  const { os } = manifest.json;
  const systems = typeof os === "string" ? [os] : Array.isArray(os) ? os.filter((one) => typeof one === "string") : [];
  const named = systems.filter((one) => !one.startsWith("!"));
  return systems.includes("!win32") || (named.length > 0 && !named.includes("win32") && !named.includes("any"));
}

/** A place of the project that runs a script with arguments of its own, as `npm run clean -- cache`; undefined if none. */
export function findArguments(project: Project, script: string): string | undefined {
  const name = quoteForPattern(script);
  const calls = new RegExp(
    `(?:^|[\\s"'])${name}\\s+--\\s+[^\\s&|;"']|\\b(?:yarn|pnpm|bun)(?:\\s+run)?\\s+${name}[ \\t]+[^\\s&|;"'#)\\]}]`,
  );
  for (const manifest of project.manifests)
    if (Object.values(manifest.scripts).some((text) => calls.test(text))) return manifest.path;
  for (const { path, kind } of project.texts) {
    if (kind === "html" || kind === "config") continue;
    const file = project.disk.read(path);
    if ("text" in file && calls.test(file.text)) return path;
  }
  return undefined;
}
