/** Imports of one export each from the same helper module, as one import of them all. */
import type { ts } from "../typescript.ts";
import type { ImportFate } from "./import-order.ts";
import { hasComment } from "./import-places.ts";
import { type FileStyle, inBraces } from "./style.ts";

/** What an import takes from a helper module by name. */
export interface Taken {
  readonly specifier: string;
  /** The name of the export. */
  readonly name: string;
  /** Its name in this file. */
  readonly local: string;
}

/** What becomes of an import statement, and what it takes from a helper that others take from, too. */
export interface Load extends ImportFate {
  readonly imports: readonly string[];
  readonly taken: Taken | undefined;
}

/** The widest line that an import of several names is written on. */
const width = 80;

/** The same loads, where the first of each helper takes what the others would; one with a comment stays as it is. */
export function joinLoads(source: ts.SourceFile, loads: readonly Load[], style: FileStyle): readonly Load[] {
  const firsts = new Map<string, Load>();
  const taken = new Map<Load, readonly Taken[]>();
  const joined = new Set<Load>();
  for (const load of loads) {
    if (load.taken === undefined) continue;
    const first = firsts.get(load.taken.specifier);
    if (first === undefined) {
      firsts.set(load.taken.specifier, load);
      taken.set(load, [load.taken]);
    } else if (!hasComment(source, load.node)) {
      taken.set(first, [...(taken.get(first) ?? []), load.taken]);
      joined.add(load);
    }
  }
  return loads.map((load) => {
    if (joined.has(load)) return { ...load, kind: "gone", edits: [] };
    const all = taken.get(load) ?? [];
    return all.length > 1 ? { ...load, edits: withClause(source, load, all, style) } : load;
  });
}

function withClause(source: ts.SourceFile, load: Load, all: readonly Taken[], style: FileStyle): ImportFate["edits"] {
  const clause = load.node.importClause;
  const start = clause?.getStart(source) ?? -1;
  const { indent, eol } = style;
  const names = all.map(textOf);
  const [specifier = ""] = all.map((one) => one.specifier);
  const clauseText = inBraces(names.join(", "), style);
  const isWide = `import ${clauseText} from "${specifier}"${style.semicolons ? ";" : ""}`.length > width;
  const end = style.trailingCommas === "none" ? "" : ",";
  const text = isWide ? `{${eol}${names.map((name) => `${indent}${name}`).join(`,${eol}`)}${end}${eol}}` : clauseText;
  return load.edits.map((edit) => (edit.start === start ? { ...edit, text } : edit));
}

/** One name in an import clause: `get`, `get as read`. */
export function textOf({ name, local }: Taken): string {
  return name === local ? name : `${name} as ${local}`;
}
