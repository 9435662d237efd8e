/** Which registry a package is asked for at, by npm's own configuration; none is built in. */
import { dirname, join } from "node:path";
import type { PackageNode } from "../../project/graph.ts";
import type { Disk } from "../../project/project.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The address of the registry for a package, with "/" at its end; undefined where nothing names one. */
export type FindRegistry = (node: PackageNode) => string | undefined;

/**
 * As npm looks: a variable of the environment, the project's .npmrc, the user's, the machine's; a scope's own registry first.
 * Where none of them names one, the one that the lockfile says the package came from.
 */
export function createFindRegistry(disk: Disk, env: Environment): FindRegistry {
  const settings = new Map([
    ...readSettings(disk, globalConfig(env), env),
    ...readSettings(disk, userConfig(env), env),
    // A project that is only looked at never gets a variable of the environment into an address.
    ...readSettings(disk, ".npmrc", {}),
    ...Object.entries(env).flatMap(([name, value]): [string, string][] =>
      /^npm_config_registry$/i.test(name) && value !== undefined && value !== "" ? [["registry", value]] : [],
    ),
  ]);
  return ({ name, resolved }) => {
    const scope = /^(@[^/]+)\//.exec(name)?.[1];
    const own = scope === undefined ? undefined : settings.get(`${scope}:registry`);
    return asAddress(own ?? settings.get("registry")) ?? asAddress(registryIn(resolved, name));
  };
}

/** Of the prefix that npm is installed under, beside the Node that runs. */
function globalConfig(env: Environment): string {
  const prefix = env["PREFIX"] ?? join(dirname(process.execPath), process.platform === "win32" ? "." : "..");
  return env["npm_config_globalconfig"] ?? join(prefix, "etc", "npmrc");
}

function userConfig(env: Environment): string | undefined {
  const named = env["NPM_CONFIG_USERCONFIG"] ?? env["npm_config_userconfig"];
  const home = env["HOME"] ?? env["USERPROFILE"];
  return named ?? (home === undefined ? undefined : join(home, ".npmrc"));
}

/** Only which registry is asked: tokens and passwords are neither read nor sent. */
function readSettings(disk: Disk, path: string | undefined, env: Environment): [string, string][] {
  if (path === undefined || !disk.exists(path)) return [];
  const file = disk.read(path);
  if (!("text" in file)) return [];
  return [...file.text.matchAll(/^[ \t]*((?:@[^\s:=]+:)?registry)[ \t]*=[ \t]*"?([^\s"]+)"?[ \t]*$/gm)].map(
    ([, name = "", value = ""]) => [name, value.replace(/\$\{(\w+)\}/g, (all, key: string) => env[key] ?? all)],
  );
}

/** The part of a tarball's address before the package's name. */
function registryIn(resolved: string | undefined, name: string): string | undefined {
  const end = resolved?.indexOf(`/${name}/-/`) ?? -1;
  return end < 0 ? undefined : resolved?.slice(0, end);
}

function asAddress(text: string | undefined): string | undefined {
  if (text === undefined || !/^https?:\/\/[^$]*$/.test(text) || !URL.canParse(text)) return undefined;
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname.replace(/\/*$/, "/")}`;
}
