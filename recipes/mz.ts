import { defineRecipe, type MemberRewrite, type MemberUse } from "../src/recipe.ts";
import { files, laterFiles } from "./families/mz/files.ts";
import { deviations, laterDeviations } from "./families/mz/deviations.ts";
import { compression } from "./families/mz/compression.ts";
import { cryptography } from "./families/mz/cryptography.ts";
import { names } from "./families/mz/names.ts";
import { processes } from "./families/mz/processes.ts";

export default defineRecipe(
  {
    package: "mz",
    versions: ">=2.0 <2.7",
    replacement: "node:fs/promises, util.promisify",
    floor: { node: "14.0.0" },
    deviations,
    exports: {},
    require: "namespace",
    // What has another form only is the very function of its module.
    identical: true,
    rewrite: refuseModules,
    subpaths: {
      "./fs": files,
      "./child_process": processes,
      "./crypto": cryptography,
      "./dns": names,
      "./zlib": compression,
    },
  },
  {
    package: "mz",
    versions: "2.7.0",
    replacement: "node:fs/promises, util.promisify",
    floor: { node: "14.0.0" },
    deviations: [...deviations, ...laterDeviations],
    exports: {},
    require: "namespace",
    // What has another form only is the very function of its module.
    identical: true,
    rewrite: refuseModules,
    subpaths: {
      "./fs": { ...files, ...laterFiles },
      "./child_process": processes,
      "./crypto": cryptography,
      "./dns": names,
      "./zlib": compression,
    },
  },
);

const modules: readonly string[] = ["fs", "dns", "zlib", "crypto", "readline", "child_process"];

/** The package itself has its modules as members. */
function refuseModules({ export: name, members }: MemberUse): MemberRewrite {
  const [first] = name === "default" ? members : [name];
  return first !== undefined && modules.includes(first) ? { refuse: `take ${first} from mz/${first}` } : undefined;
}
