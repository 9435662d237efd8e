import type { Project } from "../../project/project.ts";
import type { Collector } from "./collector.ts";
import { packageRoot } from "./specifier.ts";
import { plainText } from "./token.ts";

const PRAGMA = /@(jest-environment|vitest-environment|jsxImportSource)\s+([\w@./-]+)/g;

/** The programs of a script's first line that packages bring, by the package. */
const INTERPRETERS: readonly string[] = ["zx", "tsx", "ts-node", "tsimp", "coffeescript", "coffee-script"];

/**
 * What the head of a source makes a tool load: a test environment, the source of JSX, or what its first line runs it with.
 */
export function findPragmas(project: Project, collector: Collector): void {
  const environments = [...collector.names].some((name) =>
    /^(?:jsdom|happy-dom)$|jest-environment|^@edge-runtime/.test(name),
  );
  const interpreters = INTERPRETERS.filter((name) => collector.names.has(name));
  for (const source of interpreters.length > 0 ? project.sources : []) {
    const file = project.disk.read(source.path);
    const line = "text" in file ? (/^#!.*/.exec(file.text)?.[0] ?? "") : "";
    const asked = interpreters.filter((name) => new RegExp(`\\b${name.replace(/-?script$/, "")}\\b`).test(line));
    if (asked.length === 0 || !("text" in file)) continue;
    const place = { path: source.path, workspace: source.workspace, text: file.text };
    collector.add(place, plainText(file.text, 0, line.length), asked, "config");
  }
  for (const source of project.sources) {
    const mayHold = environments || source.language === "jsx" || source.language === "tsx";
    if (!mayHold) continue;
    const file = project.disk.read(source.path);
    if (!("text" in file) || !/-environment|jsxImportSource/.test(file.text.slice(0, 5000))) continue;
    const place = { path: source.path, workspace: source.workspace, text: file.text };
    for (const match of file.text.slice(0, 5000).matchAll(PRAGMA)) {
      const value = match[2]!;
      const start = match.index + match[0].length - value.length;
      const packages = [packageRoot(value) ?? value, `jest-environment-${value}`];
      if (value === "edge-runtime") packages.push("@edge-runtime/vm");
      collector.add(place, plainText(file.text, start, start + value.length), packages, "config");
    }
  }
}
