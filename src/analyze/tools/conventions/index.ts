import type { Token } from "../token.ts";
import { build } from "./build.ts";
import type { Convention } from "./convention.ts";
import { lint } from "./lint.ts";
import { release } from "./release.ts";
import { test } from "./test.ts";

export const CONVENTIONS: readonly Convention[] = [...lint, ...test, ...build, ...release];

/** The conventions that read a configuration file, by its path. */
export function conventionsOfFile(path: string): readonly Convention[] {
  return CONVENTIONS.filter((convention) => convention.files?.test(path));
}

/**
 * The conventions by which a configuration that is a program names packages: those of every tool, since a bundler's has
 * the plugins of babel and postcss in it too.
 */
export function conventionsOfProgram(): readonly Convention[] {
  return CONVENTIONS;
}

/** The conventions of the tools that a configuration of any name speaks to: by its own name, or by what it refers to. */
export function conventionsOfText(path: string, text: string): readonly Convention[] {
  const base = path.replace(/^.*\//, "");
  const isFor = (host: string) => {
    const bare = host.replace(/^@/, "").replace(/\/.*$/, "");
    return base.includes(bare) || text.includes(`"${host}`) || text.includes(`'${host}`);
  };
  return CONVENTIONS.filter((convention) => convention.hosts.some(isFor));
}

/** The conventions that read a field of package.json. */
export function conventionsOfField(field: string): readonly Convention[] {
  return CONVENTIONS.filter((convention) => convention.fields?.includes(field));
}

/** The conventions that read the flags of a command. */
export function conventionsOfCommand(command: string): readonly Convention[] {
  return CONVENTIONS.filter((convention) => convention.commands?.includes(command));
}

/** Packages that one token may mean by these conventions, beside what it spells out. */
export function namedBy(conventions: readonly Convention[], token: Pick<Token, "value" | "path" | "isKey">): string[] {
  if (token.value.length > 214) return [];
  const under = token.path.join(".");
  return conventions.flatMap((convention) =>
    convention.rules.flatMap((rule) =>
      (rule.keys === true) === token.isKey && rule.under.test(under) ? [...rule.packages(token.value)] : [],
    ),
  );
}
