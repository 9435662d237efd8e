/** The tree the page was made from: what is reached, who holds what, and how it is told. */

interface Tree {
  readonly packages: readonly {
    readonly name: string;
    readonly version: string;
    readonly bytes: number | null;
    readonly installScript: boolean | "unknown";
  }[];
  readonly needs: readonly (readonly number[])[];
  readonly entries: readonly { readonly name: string; readonly workspace: string; readonly to: number }[];
}

const tree: Tree = JSON.parse(element("tree").textContent ?? "");
const everything = reach(() => false);
const owners = holders();
/** Of each package, those that need it. */
const parents = parentsOf();

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

/** The packages some manifest needs, without the entries that are gone. */
function reach(isGone: (entry: Tree["entries"][number]) => boolean): ReadonlySet<number> {
  const found = new Set<number>();
  const waiting = tree.entries.filter((entry) => !isGone(entry)).map(({ to }) => to);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    waiting.push(...(tree.needs[at] ?? []));
  }
  return found;
}

/** For each direct dependency, the packages that would leave with it alone. */
function holders(): ReadonlyMap<string, readonly number[]> {
  const names = [...new Set(tree.entries.map(({ name }) => name))].sort();
  return new Map(
    names.map((name) => {
      const rest = reach((entry) => entry.name === name);
      return [name, [...everything].filter((index) => !rest.has(index)).sort((a, b) => a - b)];
    }),
  );
}

function parentsOf(): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const [parent, needs] of tree.needs.entries())
    for (const index of needs) {
      const known = found.get(index);
      if (known === undefined) found.set(index, [parent]);
      else known.push(parent);
    }
  return found;
}

function weigh(indexes: Iterable<number>, measure: string): number {
  let sum = 0;
  for (const index of indexes) sum += measure === "packages" ? 1 : (tree.packages[index]?.bytes ?? 0);
  return sum;
}

/** What they weigh together, as far as that is known. */
function describeSize(indexes: readonly number[]): string {
  const unknown = indexes.filter((index) => tree.packages[index]?.bytes == null).length;
  if (unknown > 0 && unknown === indexes.length) return "size unknown";
  const partly = unknown > 0 ? ` (the size of ${unknown} is unknown)` : "";
  return formatBytes(weigh(indexes, "bytes")) + partly;
}

function nameOf(index: number): string {
  const one = tree.packages[index];
  return one === undefined ? "" : `${one.name}@${one.version}`;
}

function sizeOf(index: number): string {
  const bytes = tree.packages[index]?.bytes;
  return bytes == null ? "size unknown" : formatBytes(bytes);
}

function count(packages: number): string {
  return `${packages.toLocaleString("en")} package${packages === 1 ? "" : "s"}`;
}

function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
  return `${value < 10 ? Number(value.toFixed(1)) : Math.round(value)} ${unit}`;
}
