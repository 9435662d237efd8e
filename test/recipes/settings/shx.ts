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
    {
      note: "In an npm script, `touch` fails on a directory, where the package does nothing.",
      test: "effects/commands.ts",
    },
    {
      note: "In an npm script, `cp` gives a copy the mode of the file, which version 0.4 leaves to the umask and to the file that was there.",
      test: "effects/commands.ts",
    },
    {
      note: "In an npm script, `cp` makes the directories above its target, where the package fails.",
      test: "effects/commands.ts",
    },
    {
      note: "In an npm script, `cp` puts a new file in the place of one that is there, also of a link.",
      test: "effects/commands.ts",
    },
    {
      note: "In an npm script, `cp -r` copies a link as a link, where the package copies the directory that it leads to.",
      test: "effects/commands.ts",
    },
    { note: "In an npm script, `cp -r` leaves the mode of a directory that is there.", test: "effects/commands.ts" },
  ],
} satisfies ProofSettings;
