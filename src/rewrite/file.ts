/** The edits of one file: every decided use of the packages that go, composed, and what becomes of their imports. */
import { ts } from "../typescript.ts";
import { type Decision, helpedBy, type SiteDecision, usesOf } from "../analyze/verdicts/decision.ts";
import { mapExpr } from "../analyze/verdicts/call.ts";
import type { Site } from "../analyze/usages/site.ts";
import type { Scope } from "../analyze/usages/scope.ts";
import type { HelperPlace } from "./helper/plan.ts";
import type { OwnHelper } from "./helper/own.ts";
import { createBuiltins } from "./builtins.ts";
import { dropCreated } from "./created.ts";
import type { TextEdit } from "./plan.ts";
import { narrowLiterals } from "./narrow.ts";
import { negate } from "./negate.ts";
import { print, type Printed, type PrintContext } from "./print.ts";
import { commentsOf, fit, withComments } from "./fit.ts";
import { precedence, precedenceOf } from "./precedence.ts";
import { discard } from "../analyze/verdicts/simplify.ts";
import { editSites } from "./sites.ts";
import type { FileStyle } from "./style.ts";
import { marginOf } from "./wide.ts";

export interface FileInput {
  readonly scope: Scope;
  readonly source: ts.SourceFile;
  readonly style: FileStyle;
  readonly isTypeScript: boolean;
  /** The sites to rewrite; every one of them is decided without a refusal, unless the package stays. */
  readonly sites: readonly SiteDecision[];
  /** The helper module that serves a site; undefined when the site keeps the package. */
  helperOf(site: Site): HelperPlace | undefined;
  /** The helpers that stand in this file. */
  readonly own: readonly OwnHelper[];
}

export interface FileOutput {
  readonly edits: readonly TextEdit[];
  /** What each rewritten node became, for reports. */
  readonly becomes: ReadonlyMap<ts.Node, string>;
  /** Names that nothing declares any more, nor should anything use. */
  readonly goneNames: ReadonlySet<string>;
  /** By what each helper of this file reaches what it needs of built-in modules. */
  readonly reached: ReadonlyMap<OwnHelper, ReadonlyMap<string, string>>;
}

/** Rewrites a file. Pure; throws `RangeError` when edits would overlap, which no decided input makes happen. */
export function rewriteFile(input: FileInput): FileOutput {
  const { scope, source, style } = input;
  const replaced = new Map<ts.Node, Replaced>();
  const kept = new Set<Site>();
  const gone = new Set<ts.Node>();
  const localsOf = (site: Site) => input.own.find(({ locals }) => locals.has(site))?.locals.get(site);
  for (const decided of input.sites)
    collect(decided, { site: decided.site, localOf: localsOf(decided.site) }, replaced, kept, gone);

  const given = input.own.flatMap(({ names }) => names);
  const builtins = createBuiltins(scope, source, style, gone, given);
  const becomes = new Map<ts.Node, string>();
  const contextFor = (site: Site, at: ts.Node): PrintContext => ({
    quote: style.quote,
    braceSpace: style.braceSpace,
    dots: !input.isTypeScript,
    lines: { ...style, margin: marginOf(source, at) },
    argument(node) {
      const inner = replaced.get(node);
      if (inner !== undefined) {
        const printed = printDecision(node, inner);
        return { ...printed, text: printed.text + commentsOf(source, node) };
      }
      return { text: textBetween(node.getStart(source), node.end), precedence: precedenceOf(node) };
    },
    builtin: (module, name) => builtins.local(module, name, site, at),
  });
  const printDecision = (node: ts.Node, { decision, site, local }: Replaced): Printed => {
    if (local !== undefined) return { text: local, precedence: precedence.primary };
    const context = contextFor(site, node);
    if (decision.kind === "inline")
      return print(ts.isExpressionStatement(node.parent) ? discard(decision.expr) : decision.expr, context);
    if (decision.kind !== "native") throw new TypeError(`a ${decision.kind} decision replaces nothing`);
    const { root, members } = decision.native;
    const text = ["global" in root ? root.global : builtins.local(root.module, root.name, site, node), ...members].join(
      ".",
    );
    return {
      text,
      precedence: text.includes("(") ? precedence.call : text.includes(".") ? precedence.member : precedence.primary,
    };
  };
  const ordered = [...replaced.keys()].sort((a, b) => a.getStart(source) - b.getStart(source) || b.end - a.end);
  // Names of built-in modules are settled in the order of the file, so that an import stands before its first use.
  for (const { site } of input.sites)
    for (const [node, use] of replaced)
      if (use.site === site) forEachBuiltin(use.decision, (module, name) => builtins.local(module, name, site, node));
  const reached = new Map(
    input.own.map((helper) => [
      helper,
      reachBuiltins(helper, (module, name, site) => builtins.local(module, name, site, source)),
    ]),
  );
  const siteEdits = [
    ...editSites(input, kept, builtins.added),
    ...builtins.extensions,
    ...narrowLiterals(
      source,
      input.sites
        .flatMap(usesOf)
        .flatMap(({ decision }) => (decision.kind === "inline" ? (decision.dropped ?? []) : [])),
    ),
  ];

  // An argument that is moved takes along what becomes of the places in it that load a package.
  const textBetween = (start: number, end: number): string => {
    const parts = [
      ...siteEdits.map((edit) => ({ ...edit, write: () => edit.text })),
      ...ordered.map((node) => ({ start: node.getStart(source), end: node.end, write: () => replacementText(node) })),
    ].filter((part) => part.start >= start && part.end <= end);
    let text = "";
    let at = start;
    for (const part of parts.sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (part.start < at) continue;
      text += source.text.slice(at, part.start) + part.write();
      at = part.end;
    }
    return text + source.text.slice(at, end);
  };
  const replacementText = (node: ts.Node): string => {
    const found = replaced.get(node);
    if (found === undefined || !ts.isExpression(node)) return node.getText(source);
    const text = withComments(node, fit(source, node, printDecision(node, found)), commentsOf(source, node));
    becomes.set(found.decision.node, text);
    return text;
  };

  const edits: TextEdit[] = [];
  let covered = 0;
  for (const node of ordered) {
    const start = node.getStart(source);
    if (start < covered) continue;
    covered = node.end;
    const text = replacementText(node);
    if (text !== source.text.slice(start, node.end)) edits.push({ start, end: node.end, text });
  }
  edits.push(...siteEdits);
  const sites = input.sites.map(({ site }) => site);
  const all = dropCreated(scope, source, sites, edits, style);
  const goneNames = new Set([...gone].filter(ts.isIdentifier).map((node) => node.text));
  return { edits: closeGaps(source.text, withoutInner(all)), becomes, goneNames, reached };
}

interface Replaced {
  readonly decision: Decision;
  readonly site: Site;
  /** The name of a function in the file, where that is what stands in. */
  readonly local?: string;
}

function reachBuiltins(
  { locals, text }: OwnHelper,
  local: (module: string, name: string, site: Site) => string,
): ReadonlyMap<string, string> {
  const [site] = locals.keys();
  if (site === undefined) return new Map();
  return new Map([...text.builtins].map(([name, builtin]) => [name, local(builtin.module, builtin.name, site)]));
}

/** The place that loads a package, and the names it has for exports where their functions stand in the file itself. */
interface Owner {
  readonly site: Site;
  readonly localOf: ((name: string) => string | undefined) | undefined;
}

/** Gathers what is replaced, which sites keep a name, and which identifiers leave. True when nothing of it is kept. */
function collect(
  decided: SiteDecision,
  owner: Owner,
  replaced: Map<ts.Node, Replaced>,
  kept: Set<Site>,
  gone: Set<ts.Node>,
): boolean {
  let isGone = decided.refused === undefined;
  const leaving: ts.Node[] = decided.site.bindings.map((binding) => binding.name);
  for (const { reference, decision } of decided.references) {
    if (decision.kind === "inline") {
      const negated = negate(decision);
      replaced.set(negated?.node ?? decision.node, { decision: negated?.decision ?? decision, site: owner.site });
      for (const call of decision.calls ?? [])
        replaced.set(call.node, { decision: { kind: "inline", ...call }, site: owner.site });
    } else if (decision.kind === "native") replaced.set(decision.node, { decision, site: owner.site });
    else if (decision.kind === "helper" && owner.localOf !== undefined) {
      const local = owner.localOf(decision.use.name);
      if (local !== undefined && decision.node.getText() !== local)
        replaced.set(decision.node, { decision, site: owner.site, local });
    } else if (decision.kind === "alias") isGone = collect(decision.site, owner, replaced, kept, gone) && isGone;
    else isGone = false;
    if (helpedBy(decision).length > 0 && owner.localOf === undefined) isGone = false;
    if (reference.chain[0] !== undefined) leaving.push(reference.chain[0]);
  }
  if (isGone) for (const node of leaving) gone.add(node);
  else kept.add(decided.site);
  return isGone;
}

function forEachBuiltin(decision: Decision, visit: (module: string, name: string) => void): void {
  if (decision.kind === "native" && "module" in decision.native.root)
    visit(decision.native.root.module, decision.native.root.name);
  if (decision.kind === "inline")
    mapExpr(decision.expr, (expr) => {
      if (expr.kind === "builtin") visit(expr.module, expr.name);
      return undefined;
    });
}

/** Neighbouring removals as one, which leaves no two blank lines where they were. */
function closeGaps(text: string, edits: readonly TextEdit[]): TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of edits) {
    const last = merged[merged.length - 1];
    if (last !== undefined && last.text === "" && edit.text === "" && last.end === edit.start)
      merged[merged.length - 1] = { start: last.start, end: edit.end, text: "" };
    else merged.push(edit);
  }
  return merged.map((edit) => {
    const isWhole = edit.text === "" && edit.end > edit.start && text[edit.end - 1] === "\n";
    const isBelowBlank = /^\uFEFF?$|(?:^|\n)[ \t]*\r?\n$/.test(text.slice(0, edit.start));
    if (!isWhole || !isBelowBlank) return edit;
    const blank = /^[ \t]*\r?\n/.exec(text.slice(edit.end))?.[0].length ?? 0;
    return { ...edit, end: edit.end + blank };
  });
}

/** Sorted, without those inside another: a removed statement takes what was replaced in it along. */
function withoutInner(edits: readonly TextEdit[]): TextEdit[] {
  const isAdded = ({ start, end }: TextEdit): number => (start === end ? 0 : 1);
  // What is added where a removal begins stands before it, not in it.
  const sorted = [...edits].sort((a, b) => a.start - b.start || isAdded(a) - isAdded(b) || b.end - a.end);
  const found: TextEdit[] = [];
  let end = -1;
  for (const edit of sorted) {
    if (edit.end <= end && edit.start < end) continue;
    found.push(edit);
    end = Math.max(end, edit.end);
  }
  return found;
}
