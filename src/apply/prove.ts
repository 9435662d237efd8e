/** Law 8: a package whose removal adds a diagnostic to the project's own type check is put back. */
import { ShrinkdepsError } from "../errors.ts";
import type { Project } from "../project/project.ts";
import type { Plan } from "../rewrite/plan.ts";
import type { Changes } from "./changes.ts";
import type { PutBack } from "./receipt.ts";
import type { Diagnostic, TypeCheck } from "./typecheck/typecheck.ts";

export interface PrepareOptions {
  /** Makes the plan again without some packages, to put back those whose removal the type check refuses. */
  readonly replan?: (without: readonly string[]) => Promise<Plan>;
  /** False leaves out the type check, and says so. */
  readonly typeCheck?: boolean;
}

export interface Draft {
  readonly plan: Plan;
  readonly changes: Changes;
  /** What formatting could not promise. */
  readonly notes: readonly string[];
}

export interface Proof {
  readonly draft: Draft;
  readonly putBack: readonly PutBack[];
  readonly notProved: readonly string[];
}

/** The draft without the packages that the type check refuses. Throws `verify` when it refuses and nothing can be put back. */
export async function prove(
  project: Project,
  first: Draft,
  redraft: (plan: Plan) => Promise<Draft>,
  options: PrepareOptions,
): Promise<Proof> {
  if (first.changes.sources.length + first.changes.records.length === 0) {
    return { draft: first, putBack: [], notProved: [] };
  }
  if (options.typeCheck === false) {
    return { draft: first, putBack: [], notProved: ["types were not checked, as asked"] };
  }
  const { createTypeCheck } = await import("./typecheck/typecheck.ts");
  const types = createTypeCheck(project);
  const putBack = new Map<string, string[]>();
  for (let draft = first; ;) {
    const found = types.check(draft.changes);
    const diagnostic = found.diagnostics[0];
    if (diagnostic === undefined) {
      return {
        draft,
        putBack: [...putBack].map(([name, reasons]) => ({ package: name, by: "types", reasons })),
        notProved: found.notProved,
      };
    }
    const { replan } = options;
    if (replan === undefined) throw refused(diagnostic);
    const again = async (names: readonly string[]) => redraft(await replan([...putBack.keys(), ...names]));
    const guilty = await findGuilty(types, draft, diagnostic, again);
    if (guilty.length === 0) throw refused(diagnostic);
    for (const name of guilty) putBack.set(name, [describe(diagnostic)]);
    draft = await again([]);
  }
}

/** The packages to put back so that a diagnostic goes: one where one is enough, else all that come into question. */
async function findGuilty(
  types: TypeCheck,
  draft: Draft,
  diagnostic: Diagnostic,
  again: (names: readonly string[]) => Promise<Draft>,
): Promise<readonly string[]> {
  const suspects = suspectsOf(draft.plan, diagnostic);
  if (suspects.length < 2) return suspects;
  for (const suspect of suspects) {
    const without = await again([suspect]);
    if (!types.check(without.changes).diagnostics.some((found) => isAbout(found, diagnostic))) return [suspect];
  }
  return suspects;
}

/** Packages that could be to blame: those the message names, else those the file was changed for, else all. */
function suspectsOf(plan: Plan, diagnostic: Diagnostic): readonly string[] {
  const planned = plan.packages.filter((one) => one.outcome !== "stay").map((one) => one.package);
  const named = planned.filter(
    (name) => diagnostic.message.includes(`'${name}'`) || diagnostic.message.includes(`"${name}"`),
  );
  if (named.length > 0) return named;
  const touched = [...plan.files, ...plan.newFiles].filter((file) => file.path === diagnostic.path);
  const packages = planned.filter((name) => touched.some((file) => file.packages.includes(name)));
  return packages.length > 0 ? packages : planned;
}

function isAbout(one: Diagnostic, other: Diagnostic): boolean {
  return one.path === other.path && one.code === other.code && one.message === other.message;
}

function describe({ path, line, message }: Diagnostic): string {
  return path === "" ? message : `${path}:${line}: ${message}`;
}

function refused(diagnostic: Diagnostic): ShrinkdepsError {
  return new ShrinkdepsError("verify", `would no longer type check: ${diagnostic.message}`, {
    ...(diagnostic.path === "" ? {} : { path: diagnostic.path, line: diagnostic.line }),
    hint: "nothing was changed",
  });
}
