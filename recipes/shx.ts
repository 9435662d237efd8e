import { posix } from "node:path";
import { defineRecipe, eachPath, type CommandRewrite, type CommandUse } from "../src/recipe.ts";
import { findOdd } from "./families/copies.ts";

export default defineRecipe({
  package: "shx",
  versions: ">=0.3 <0.5",
  replacement: "node:fs",
  floor: { node: "14.14.0" },
  deviations: [
    {
      severity: "quirk",
      note: "In an npm script, paths that a person adds behind `npm run … --` are disregarded.",
      commands: ["shx"],
    },
    {
      severity: "quirk",
      note: "In an npm script, nothing more is done after the first path that fails.",
      commands: ["shx"],
    },
    {
      severity: "quirk",
      note: "In an npm script, a link with a slash behind it is removed, not what it leads to.",
      commands: ["shx"],
    },
    {
      severity: "quirk",
      note: "In an npm script, `mkdir -p` fails where a link to a file is in its place.",
      commands: ["shx"],
    },
    {
      severity: "quirk",
      note: "In an npm script, `rm -rf` fails on a path below a file.",
      commands: ["shx"],
    },
    {
      severity: "quirk",
      note: "In an npm script, `touch` fails on a directory, where the package does nothing.",
      commands: ["shx"],
    },
    {
      severity: "quirk",
      note: "In an npm script, `cp` gives a copy the mode of the file, which version 0.4 leaves to the umask and to the file that was there.",
      commands: ["shx"],
    },
    {
      severity: "quirk",
      note: "In an npm script, `cp` makes the directories above its target, where the package fails.",
      commands: ["shx"],
    },
    {
      severity: "quirk",
      note: "In an npm script, `cp` puts a new file in the place of one that is there, also of a link.",
      commands: ["shx"],
    },
    {
      severity: "quirk",
      note: "In an npm script, `cp -r` copies a link as a link, where the package copies the directory that it leads to.",
      commands: ["shx"],
    },
    {
      severity: "quirk",
      note: "In an npm script, `cp -r` leaves the mode of a directory that is there.",
      commands: ["shx"],
    },
  ],
  commands: { shx: rewriteTool },
  exports: {},
});

/** `shx rm -rf`, `mkdir`, `mkdir -p`, `touch`, `cp` and `cp -r`; what another tool does depends on what it finds. */
function rewriteTool({ words }: CommandUse): CommandRewrite {
  const [tool = "", ...rest] = words;
  const flags = rest[0]?.startsWith("-") === true ? rest[0] : "";
  const paths = flags === "" ? rest : rest.slice(1);
  if (tool === "rm" && /^-(?:[rR]f|f[rR])$/.test(flags))
    return eachPath(paths, (path) => `fs.rmSync(${path}, { recursive: true, force: true })`);
  if (tool === "mkdir" && flags === "-p")
    return eachPath(paths, (path) => `fs.mkdirSync(${path}, { recursive: true })`);
  if (tool === "mkdir" && flags === "") return eachPath(paths, (path) => `fs.mkdirSync(${path})`);
  if (tool === "touch" && flags === "")
    return eachPath(paths, (path) => `fs.appendFileSync(${path}, ''), fs.utimesSync(${path}, new Date(), new Date())`);
  if (tool === "cp" && /^(?:|-[rR]|-[rR]f|-f[rR])$/.test(flags)) return rewriteCopy(paths, flags !== "");
  if (tool === "mv") return { refuse: "shx mv copies from one device to another, where fs.rename fails" };
  return { refuse: `${["shx", tool, flags].filter(Boolean).join(" ")} has no replacement` };
}

function rewriteCopy(paths: readonly string[], isRecursive: boolean): CommandRewrite {
  const sources = paths.slice(0, -1);
  const target = paths.at(-1) ?? "";
  if (sources.length === 0) return { refuse: "it is given no source and target" };
  const flag = paths.find((path) => path.startsWith("-"));
  if (flag !== undefined) return { refuse: `its flag ${flag} is not the first word` };
  const isHere = /^\.\/?$/.test(target);
  const odd = findOdd(isHere ? sources : paths);
  if (odd !== undefined) return { refuse: odd };
  const directory = isHere ? "" : `${target.replace(/\/+$/, "")}/`;
  if (sources.some((source) => isOnto(source, directory))) return { refuse: "it copies something onto itself" };
  const names = sources.map((source) => posix.basename(source));
  if (new Set(names).size < names.length) return { refuse: "two of its sources have one name" };
  // fs.copyFile would remove the target where the source is a directory.
  const options = isRecursive ? "{ recursive: true, verbatimSymlinks: true }" : "{ dereference: true }";
  const copy = (from: string, to: string): string => `fs.cpSync(${from}, ${to}, ${options})`;
  const since = { node: "16.15.0" };
  const [first] = sources;
  if (sources.length > 1) {
    const list = sources.map((source) => `'${source}'`).join(", ");
    return { since, node: `for (const from of [${list}]) ${copy("from", `'${directory}' + path.basename(from)`)}` };
  }
  const inside = `'${directory}${names[0]}'`;
  if (isHere || (target.endsWith("/") && !isRecursive)) return { since, node: copy(`'${first}'`, inside) };
  const isDirectory = `fs.statSync('${target}', { throwIfNoEntry: false })?.isDirectory()`;
  return { since, node: copy(`'${first}'`, `${isDirectory} ? ${inside} : '${target}'`) };
}

/** True when a source is the target, lies in it already, or the target lies in the source. */
function isOnto(source: string, directory: string): boolean {
  const from = posix.normalize(`${source}/`);
  const into = posix.normalize(directory === "" ? "./" : directory);
  return into.startsWith(from) || posix.normalize(`${posix.dirname(from)}/`) === into;
}
