/** The decisions on one site: its own, and those on every reference to its names. */
import { ts } from "../../typescript.ts";
import type { Reference, Site } from "../usages/site.ts";
import { enclosingFunction } from "../usages/syntax.ts";
import type { Decision, ReferenceDecision, SiteDecision } from "./decision.ts";
import { reachExport } from "./exports.ts";
import { findTooOld } from "./runtime.ts";
import { judgeReference } from "./reference.ts";
import { globalsOf, type Surroundings } from "./surroundings.ts";

export function judgeSite(at: Surroundings, site: Site): SiteDecision {
  const refused = site.refused ?? refusePlace(at.path) ?? refuseForm(at, site);
  if (refused !== undefined) return { site, era: at.era, references: [], refused };
  if (site.declaration.kind === "re-export")
    return { site, era: at.era, references: judgeReExport(at, site, site.declaration.node), refused: undefined };
  const references: ReferenceDecision[] = [];
  for (const binding of site.bindings)
    for (const reference of binding.references) references.push(judgeOne(at, site, reference));
  if (site.expression !== undefined) references.push(judgeOne(at, site, site.expression));
  return {
    site,
    era: at.era,
    references: references.map((one) => judgeBeside(at, references, one)),
    refused: undefined,
  };
}

/** What needs a global by the name that the package has here stays where the package stays for other uses of that name. */
function judgeBeside(at: Surroundings, all: readonly ReferenceDecision[], one: ReferenceDecision): ReferenceDecision {
  const { decision } = one;
  if (decision.kind !== "inline" || all.every((other) => other.decision.kind !== "refuse")) return one;
  const name = globalsOf(decision.expr).find((global) => at.scope.lookup(global, decision.node) !== undefined);
  if (name === undefined) return one;
  const reason = `its replacement needs the global ${name}, and that is the package here as long as other uses are refused`;
  return { ...one, decision: { kind: "refuse", node: decision.node, reason } };
}

function judgeOne(at: Surroundings, site: Site, reference: Reference): ReferenceDecision {
  const { alias } = reference;
  const [first] = reference.chain;
  if (first !== undefined && isTooEarly(site, first))
    return {
      reference,
      export: undefined,
      decision: { kind: "refuse", node: first, reason: "is used before it is loaded" },
    };
  if (alias === undefined) return judgeReference(at, site, reference);
  const inner = judgeSite(at, alias);
  if (inner.refused === undefined && inner.references.every(({ decision }) => isConstant(decision)))
    return judgeReference(at, site, reference);
  return { reference, export: undefined, decision: { kind: "alias", node: alias.node, site: inner } };
}

/** True where a name is used above its declaration, which throws there. What a function uses may well run later. */
function isTooEarly({ declaration }: Site, node: ts.Node): boolean {
  if (declaration.kind !== "variable" || node.end > declaration.node.getStart()) return false;
  return enclosingFunction(node) === enclosingFunction(declaration.node);
}

/** True where a constant of the recipe stands in, so that what is taken from it may go by another name. */
function isConstant(decision: Decision): boolean {
  if (decision.kind !== "helper") return false;
  const { replacement, name } = decision.use;
  return replacement.kind === "value" || (replacement.kind === "vendored" && name === "default");
}

/** Folders of what tests read, by the names that tools and people give them. */
const fixtures = /(?:^|\/)(?:__fixtures__|__testfixtures__|fixtures?|test-?data)\//i;

/** A fixture may be the input of a parser, a compiler or a linter, whose output is compared to the byte. */
function refusePlace(path: string): string | undefined {
  return fixtures.test(path) ? "is in a fixture, which tests may read as data: change it by hand" : undefined;
}

/** Forms that load the package for something else than its exports. */
function refuseForm(at: Surroundings, site: Site): string | undefined {
  const table = at.era.entries.get(site.entry);
  if (table === undefined) return `its entry point ${site.specifier} has no replacement`;
  const isSideEffect =
    site.declaration.kind === "statement" || (site.form === "side-effect" && site.bindings.length === 0);
  // A package's main entry may change what is global though its recipe has nothing for it, as that of colors does.
  const isMain = table.size === 0 && site.entry === "." && site.form !== "type";
  const isUnread = isMain && site.bindings.every(({ references }) => references.length === 0);
  const isLoaded = (isSideEffect && (isMain || table.size > 0)) || isUnread;
  if (isLoaded && site.form !== "ambient" && !at.era.dropSideEffect) return "is loaded for its side effects";
  if (isSideEffect && site.form !== "ambient") {
    const tooOld = findTooOld(at.era.floor, at.floor, "web");
    if (tooOld !== undefined) return tooOld;
  }
  const inComment = site.bindings.find(({ name }) => isTypeInComment(name));
  if (inComment !== undefined) return `a type in a comment refers to ${inComment.name.text}`;
  if (site.form === "type" && site.bindings.some((binding) => binding.references.length > 0))
    return "its types are used";
  return undefined;
}

/** True where a comment that holds types asks for the type of a name: `@type {typeof pad}`. */
function isTypeInComment(name: ts.Identifier): boolean {
  const { text } = name.getSourceFile();
  if (!text.includes("typeof")) return false;
  const query = new RegExp(`@\\w+[^@]*\\btypeof\\s+${name.text.replaceAll("$", "\\$")}(?![\\w$])`);
  return [...text.matchAll(/\/\*\*[^]*?\*\//g)].some(([comment]) => query.test(comment));
}

function judgeReExport(at: Surroundings, site: Site, node: ts.ExportDeclaration): ReferenceDecision[] {
  const clause = node.exportClause;
  if (clause === undefined || !ts.isNamedExports(clause)) return [];
  return clause.elements.map((element): ReferenceDecision => {
    const name = (element.propertyName ?? element.name).text;
    const root = { kind: "export", name } as const;
    const reference: Reference = { root, members: [], fixed: 0, chain: [], type: false, alias: undefined };
    return { reference, export: name, decision: judgePassedOn(at, site, element, reference) };
  });
}

function judgePassedOn(at: Surroundings, site: Site, element: ts.ExportSpecifier, reference: Reference): Decision {
  const reached = reachExport(at.era, site.entry, reference.root, []);
  if (reached.kind !== "export")
    return {
      kind: "refuse",
      node: element,
      reason: reached.kind === "none" ? reached.reason : "is exported again as a whole",
    };
  // A name in an export list stands for the value itself: judged as one that is passed on.
  const name = element.propertyName ?? element.name;
  if (!ts.isIdentifier(name)) return { kind: "refuse", node: element, reason: "is exported again under a quoted name" };
  return judgeReference(at, site, { ...reference, chain: [name] }).decision;
}
