import type { Project } from "../../project/project.ts";
import type { Collector } from "./collector.ts";
import { packageRoot } from "./specifier.ts";
import { plainText } from "./token.ts";

const PRAGMA = /@(jest-environment|vitest-environment|jsxImportSource)\s+([\w@./-]+)/g;

/** Comments at the head of a source that make a tool load a package: a test environment, the source of JSX. */
export function findPragmas(project: Project, collector: Collector): void {
  const environments = [...collector.names].some((name) =>
    /^(?:jsdom|happy-dom)$|jest-environment|^@edge-runtime/.test(name),
  );
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
