import { defineRecipe, eachPath, type CommandRewrite, type CommandUse } from "../src/recipe.ts";

export default defineRecipe({
  package: "shx",
  versions: ">=0.3 <0.5",
  replacement: "fs.rm and fs.mkdir",
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
  ],
  commands: { shx: rewriteTool },
  exports: {},
});

/** `shx rm -rf`, `shx mkdir` and `shx mkdir -p`; what another tool does depends on what it finds. */
function rewriteTool({ words }: CommandUse): CommandRewrite {
  const [tool, ...rest] = words;
  const flags = rest[0]?.startsWith("-") === true ? rest[0] : "";
  const paths = flags === "" ? rest : rest.slice(1);
  if (tool === "rm" && /^-(?:[rR]f|f[rR])$/.test(flags))
    return eachPath(paths, (path) => `fs.rmSync(${path}, { recursive: true, force: true })`);
  if (tool === "mkdir" && flags === "-p")
    return eachPath(paths, (path) => `fs.mkdirSync(${path}, { recursive: true })`);
  if (tool === "mkdir" && flags === "") return eachPath(paths, (path) => `fs.mkdirSync(${path})`);
  return { refuse: `${["shx", tool, flags].filter(Boolean).join(" ")} has no replacement` };
}
