import type { Dependency } from "../../project/project.ts";
import { commandsOf } from "../tools/bins.ts";
import type { JudgedUsage } from "../usage.ts";
import { bundledFor } from "./bundled.ts";
import { type Context, usagesOf } from "./context.ts";
import { INSTALLS_HOOKS } from "../tools/conventions/presence.ts";
import { unclaimedCommand } from "./commands.ts";
import { impliedBy, optionalAsker } from "./implied.ts";
import { mentionOf } from "./mentions.ts";
import { namedElsewhere } from "./elsewhere.ts";
import { unknownAsker } from "./peers.ts";
import { typesNeed } from "./types.ts";

export type Need =
  | { readonly kind: "used"; readonly usages: readonly JudgedUsage[] }
  /** No usage was found, and yet it may be needed. */
  | { readonly kind: "doubt"; readonly text: string }
  | { readonly kind: "unused"; readonly text: string; readonly command: string | undefined };

/**
 * Whether anything needs a dependency. It is unused only when nothing was found in any source, script, configuration,
 * workflow, image, hook or HTML file, nothing that stays asks for it as a peer, and nothing stands in doubt: a file that
 * cannot be read or parsed, a string that spells its name, a language that loads it, a type that refers to it. What the
 * manifest declares as its own peer or as optional is never unused. `leaving` has the entries already found unused, so
 * that a peer asked for by them alone is unused too.
 */
export function needOf(context: Context, dependency: Dependency, leaving: ReadonlySet<string>): Need {
  const { name, workspace, kind } = dependency;
  const all = usagesOf(context, name, workspace);
  const usages = all.filter(({ form, specifier }) => form !== "peer" || !leaving.has(`${workspace}\0${specifier}`));
  if (usages.length > 0) return { kind: "used", usages };
  const doubt = doubtOf(context, dependency, leaving);
  if (doubt !== undefined) return { kind: "doubt", text: doubt };
  const askers = all.map(({ specifier }) => specifier);
  const [command] = commandsOf(context.project.disk, name, workspace);
  const brings = kind === "peer" ? undefined : command;
  return { kind: "unused", text: describe(askers, brings, typesNeed(context, dependency)), command: brings };
}

function doubtOf(context: Context, dependency: Dependency, leaving: ReadonlySet<string>): string | undefined {
  const { name, workspace, kind } = dependency;
  if (kind === "peer") return "it is a peer: the project that installs this one provides it";
  const declaredAs = context.manifest(dependency).dependencies.filter((other) => other.name === name);
  if (declaredAs.some((other) => other.kind === "peer"))
    return "it is installed here because it is a peer of this package";
  if (kind === "optional") return "it is optional, and may be loaded by a computed name";
  if (/^(?:workspace|link|file|portal):/.test(dependency.range) || isWorkspace(context, name)) {
    return "it is a part of this project";
  }
  const blocked = context.judgements.get(name)?.blocked[0];
  if (blocked !== undefined) return blocked;
  const types = typesNeed(context, dependency);
  if (types !== undefined)
    return types.kind === "idle" ? undefined : types.kind === "needed" ? types.text : `it goes with ${types.name}`;
  if (INSTALLS_HOOKS.test(name)) return "it sets git hooks up when it is installed, and nothing else has to name it";
  const command = unclaimedCommand(context, name, workspace);
  if (command !== undefined)
    return `it is not installed, so its commands are unknown, and ${JSON.stringify(command)} of a script is of no other package`;
  return (
    mentionOf(context, name, workspace) ??
    impliedBy(context, name, workspace) ??
    namedElsewhere(context, name, workspace) ??
    bundledFor(context, name, workspace) ??
    unknownAsker(context, name, workspace) ??
    optionalAsker(context, name, workspace, leaving)
  );
}

function isWorkspace({ project }: Context, name: string): boolean {
  return project.manifests.some((manifest) => manifest.name === name);
}

function describe(askers: readonly string[], command: string | undefined, types: ReturnType<typeof typesNeed>): string {
  if (types?.kind === "idle") return `No usage was found: ${types.text}.`;
  if (askers.length > 0) return `Only ${[...new Set(askers)].join(", ")} asked for it as a peer, and is unused too.`;
  const found =
    "No source, script, configuration, workflow, image or hook names it, and no package that stays asks for it.";
  return command === undefined
    ? found
    : `${found} It brings the command "${command}", which a person may still run by hand.`;
}
