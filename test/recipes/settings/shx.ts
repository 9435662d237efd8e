import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "In an npm script, paths that a person adds behind `npm run … --` are disregarded.",
      test: "effects/commands.ts",
    },
    { note: "In an npm script, nothing more is done after the first path that fails.", test: "effects/commands.ts" },
    {
      note: "In an npm script, a link with a slash behind it is removed, not what it leads to.",
      test: "effects/commands.ts",
    },
    { note: "In an npm script, `mkdir -p` fails where a link to a file is in its place.", test: "effects/commands.ts" },
    { note: "In an npm script, `rm -rf` fails on a path below a file.", test: "effects/commands.ts" },
  ],
} satisfies ProofSettings;
