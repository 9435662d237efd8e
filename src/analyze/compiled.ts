/** What TypeScript makes of a file's imports. */
import { lt, subset, validRange } from "semver";
import { ts } from "../typescript.ts";
import type { Project, SourceFile } from "../project/project.ts";
import { governingConfig, readConfigOptions } from "./facts/configs.ts";
import { versionOf } from "./versions.ts";

/**
 * True when `import * as x from "x"` is compiled to `const x = require("x")`, so that x is what the package gives and
 * may be called: CommonJS without interop, by the file's tsconfig.json. False where that is not certain.
 */
export function importsPlainly(project: Project, file: SourceFile): boolean {
  if (file.language !== "ts" && file.language !== "tsx") return false;
  const config = governingConfig(project, file.path);
  const options = config === undefined ? undefined : readConfigOptions(project.root, project.disk, config);
  if (options?.module !== ts.ModuleKind.CommonJS || options.esModuleInterop === true) return false;
  return options.esModuleInterop === false || hasInteropOff(project, file.workspace);
}

/** Up to TypeScript 5 interop is off where nothing is said of it. */
function hasInteropOff(project: Project, workspace: string): boolean {
  const asked = project.manifests
    .flatMap(({ dependencies }) => dependencies)
    .filter(({ name }) => name === "typescript");
  const version = versionOf(project, "typescript", workspace);
  if (version !== undefined) return lt(version, "6.0.0-0");
  return asked.length > 0 && asked.every(({ range }) => validRange(range) !== null && subset(range, "<6.0.0-0"));
}
