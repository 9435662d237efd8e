/** The map of the tree: a box for what each direct dependency alone holds, its packages inside. */

interface Cell {
  readonly label: string;
  readonly weight: number;
  /** Indexes of the packages it stands for. */
  readonly packages: readonly number[];
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function chosenMeasure(): string {
  return document.querySelector<HTMLInputElement>("input[name=measure]:checked")?.value ?? "packages";
}

function draw(): void {
  const measure = chosenMeasure();
  const map = element("map");
  const held = new Set([...owners.values()].flat());
  const shared = [...everything].filter((index) => !held.has(index)).sort((a, b) => a - b);
  const groups = [...owners].map(([label, packages]): Cell => ({ label, packages, weight: weigh(packages, measure) }));
  groups.push({ label: "shared by several", packages: shared, weight: weigh(shared, measure) });
  const shown = groups
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.label < b.label ? -1 : 1));
  map.replaceChildren();
  if (shown.length === 0 && everything.size > 0)
    map.textContent = "The size of no package is known: sizes are those of what is installed.";
  const area = { left: 0, top: 0, width: map.clientWidth, height: map.clientHeight };
  squarify(shown, area, (cell, box) => map.append(groupBox(cell, box, measure)));
}

function groupBox(cell: Cell, box: Box, measure: string): HTMLElement {
  const group = document.createElement("div");
  group.className = "group";
  group.dataset["holder"] = cell.label;
  place(group, box);
  const inner = { left: 2, top: 18, width: box.width - 6, height: box.height - 22 };
  if (inner.width > 8 && inner.height > 8) {
    const parts = cell.packages
      .map((index): Cell => ({ label: nameOf(index), packages: [index], weight: weigh([index], measure) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight);
    squarify(parts, inner, (part, place_) => group.append(partBox(part, place_)));
  }
  const choose = document.createElement("button");
  choose.type = "button";
  const sizes = [count(cell.packages.length), describeSize(cell.packages)];
  const name = document.createElement("span");
  name.textContent = `${cell.label} · ${(measure === "packages" ? sizes : sizes.reverse()).join(", ")}`;
  choose.append(name);
  choose.title = name.textContent;
  choose.addEventListener("click", () => showGroup(cell));
  group.append(choose);
  return group;
}

function partBox(part: Cell, box: Box): HTMLElement {
  const span = document.createElement("span");
  span.className = "part";
  span.dataset["index"] = String(part.packages[0] ?? "");
  span.ariaHidden = "true";
  place(span, box);
  if (box.width > 50 && box.height > 14) span.textContent = part.label;
  return span;
}

function place(node: HTMLElement, { left, top, width, height }: Box): void {
  node.style.left = `${left}px`;
  node.style.top = `${top}px`;
  node.style.width = `${Math.max(width - 1, 1)}px`;
  node.style.height = `${Math.max(height - 1, 1)}px`;
}

/** Lays cells out in rows, each as square as it can be; cells are sorted, largest first. */
function squarify(cells: readonly Cell[], area: Box, put: (cell: Cell, box: Box) => void): void {
  let { left, top, width, height } = area;
  let total = cells.reduce((sum, { weight }) => sum + weight, 0);
  let from = 0;
  while (from < cells.length && width > 0 && height > 0 && total > 0) {
    const scale = (width * height) / total;
    const side = Math.min(width, height);
    let row = 0;
    let worst = Infinity;
    let to = from;
    while (to < cells.length) {
      const next = row + (cells[to]?.weight ?? 0) * scale;
      const [largest, smallest] = [(cells[from]?.weight ?? 0) * scale, (cells[to]?.weight ?? 0) * scale];
      const ratio = Math.max((side * side * largest) / (next * next), (next * next) / (side * side * smallest));
      if (ratio > worst) break;
      worst = ratio;
      row = next;
      to += 1;
    }
    const thickness = row / side;
    let along = 0;
    for (const cell of cells.slice(from, to)) {
      const length = (cell.weight * scale) / thickness;
      put(
        cell,
        width >= height
          ? { left, top: top + along, width: thickness, height: length }
          : { left: left + along, top, width: length, height: thickness },
      );
      along += length;
      total -= cell.weight;
    }
    if (width >= height) [left, width] = [left + thickness, width - thickness];
    else [top, height] = [top + thickness, height - thickness];
    from = to;
  }
}
