/** The page's own program: what is shown when something is chosen, ticked or searched for. Runs behind the other two. */

const ticks = [...document.querySelectorAll<HTMLInputElement>("input[data-drop]")];
let pending = 0;
let kept = everything;
let chosen = "";
/** What each use says, for the search; read when it is first asked for. */
let texts: ReadonlyMap<HTMLElement, string> | undefined;

element("search").addEventListener("input", filterUsages);
// Without a tree there is no map, and nothing to add up.
if (document.getElementById("map") !== null) startMap();

function startMap(): void {
  for (const tick of ticks) tick.addEventListener("change", showTotals);
  for (const choice of document.querySelectorAll<HTMLInputElement>("input[name=measure]"))
    choice.addEventListener("change", redraw);
  element("tick-all").addEventListener("click", () => tickWhere((tick) => tick.dataset["removal"] === "automatic"));
  element("tick-none").addEventListener("click", () => tickWhere(() => false));
  addEventListener("resize", () => {
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(redraw);
  });
  draw();
  showTotals();
}

/** Boxes are made anew: what is ticked and chosen is marked again. */
function redraw(): void {
  draw();
  markGone();
  markChosen();
}

function showGroup({ label, packages }: Cell): void {
  const detail = element("detail");
  const heading = document.createElement("h3");
  const isShared = !owners.has(label);
  heading.textContent = label;
  const sum = document.createElement("p");
  sum.textContent = isShared
    ? `${count(packages.length)} that more than one direct dependency needs: none of them leaves with one alone.`
    : `Without it ${count(packages.length)}, ${describeSize(packages)} would leave.`;
  const list = document.createElement("ul");
  list.tabIndex = 0;
  list.setAttribute("aria-label", `packages of ${label}`);
  for (const index of packages) {
    const item = document.createElement("li");
    item.textContent = `${nameOf(index)} — ${sizeOf(index)}${neededBy(index)}`;
    list.append(item);
  }
  detail.replaceChildren(heading, sum, list);
  chosen = label;
  markChosen();
}

function markChosen(): void {
  for (const group of document.querySelectorAll<HTMLElement>(".group")) {
    const isChosen = group.dataset["holder"] === chosen;
    group.classList.toggle("chosen", isChosen);
    group.querySelector("button")?.setAttribute("aria-pressed", String(isChosen));
  }
}

function markGone(): void {
  for (const part of document.querySelectorAll<HTMLElement>(".part"))
    part.classList.toggle("gone", !kept.has(Number(part.dataset["index"])));
}

function neededBy(index: number): string {
  const needing = parents.get(index) ?? [];
  const shown = needing.slice(0, 3).map(nameOf).join(", ");
  const more = needing.length > 3 ? ` and ${needing.length - 3} more` : "";
  return needing.length === 0 ? "" : `, needed by ${shown}${more}`;
}

function tickWhere(wanted: (tick: HTMLInputElement) => boolean): void {
  for (const tick of ticks) tick.checked = wanted(tick);
  showTotals();
}

function showTotals(): void {
  const gone = new Set(
    ticks.filter(({ checked }) => checked).map(({ dataset }) => entryKey(dataset["workspace"], dataset["drop"])),
  );
  const rest = reach(({ workspace, name }) => gone.has(entryKey(workspace, name)));
  const freed = [...everything].filter((index) => !rest.has(index));
  const scripts = freed.filter((index) => tree.packages[index]?.installScript === true).length;
  element("totals").textContent =
    `Dropping ${gone.size}: ${count(freed.length)} of ${everything.size} leave, ${describeSize(freed)}, ${scripts} install script${scripts === 1 ? "" : "s"}.`;
  kept = rest;
  markGone();
}

/** What the search opened it closes, and what the reader opened stays. */
function openFound(group: HTMLElement, isFound: boolean): void {
  if (isFound && !group.hasAttribute("open")) {
    group.dataset["found"] = "";
    group.setAttribute("open", "");
  } else if (!isFound && group.dataset["found"] !== undefined) {
    delete group.dataset["found"];
    group.removeAttribute("open");
  }
}

/** An entry is of one workspace: another may need the same package still. */
function entryKey(workspace = "", name = ""): string {
  return `${workspace}\n${name}`;
}

function filterUsages(): void {
  const words = (element("search") as HTMLInputElement).value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  texts ??= new Map(
    Array.from(document.querySelectorAll<HTMLElement>("[data-usage]"), (row) => [
      row,
      (row.textContent ?? "").toLowerCase(),
    ]),
  );
  for (const [row, text] of texts) {
    row.hidden = !words.every((word) => text.includes(word));
    if (!row.hidden) shown += 1;
  }
  for (const group of document.querySelectorAll<HTMLElement>("[data-usages]")) {
    group.hidden = group.querySelector("[data-usage]:not([hidden])") === null;
    openFound(group, words.length > 0 && !group.hidden);
  }
  element("found").textContent = words.length === 0 ? "" : `${shown} found`;
}
