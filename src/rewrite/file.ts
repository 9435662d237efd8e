/** The edits of one file: every decided use of the packages that go, composed, and what becomes of their imports. */
import { ts } from "../typescript.ts";
import { type Decision, helpedBy, type SiteDecision } from "../analyze/verdicts/decision.ts";
import { mapExpr } from "../analyze/verdicts/call.ts";
import type { Site } from "../analyze/usages/site.ts";
import type { Scope } from "../analyze/usages/scope.ts";
import type { HelperPlace } from "./helper/plan.ts";
import { createBuiltins } from "./builtins.ts";
import { dropCreated } from "./created.ts";
import type { TextEdit } from "./plan.ts";
import { parenthesize, print, type Printed, type PrintContext } from "./print.ts";
import { isMixed, precedence, precedenceNeeded, precedenceOf } from "./precedence.ts";
import { discard } from "../analyze/verdicts/simplify.ts";
import { endsItself } from "./removal.ts";
import { editSites } from "./sites.ts";
import type { FileStyle } from "./style.ts";

export interface FileInput {
  readonly scope: Scope;
  readonly source: ts.SourceFile;
  readonly style: FileStyle;
  readonly isTypeScript: boolean;
  /** The sites to rewrite; every one of them is decided without a refusal, unless the package stays. */
  readonly sites: readonly SiteDecision[];
  /** The helper module that serves a site; undefined when the site keeps the package. */
  helperOf(site: Site): HelperPlace | undefined;
}

export interface FileOutput {
  readonly edits: readonly TextEdit[];
  /** What each rewritten node became, for reports. */
  readonly becomes: ReadonlyMap<ts.Node, string>;
  /** Names that nothing declares any more, nor should anything use. */
  readonly goneNames: ReadonlySet<string>;
}

/** Rewrites a file. Pure; throws `RangeError` when edits would overlap, which no decided input makes happen. */
export function rewriteFile(input: FileInput): FileOutput {
  const { scope, source, style } = input;
  const replaced = new Map<ts.Node, { readonly decision: Decision; readonly site: Site }>();
  const kept = new Set<Site>();
  const gone = new Set<ts.Node>();
  for (const decided of input.sites) collect(decided, decided.site, replaced, kept, gone);

  const builtins = createBuiltins(scope, source, style, gone);
  const becomes = new Map<ts.Node, string>();
  const contextFor = (site: Site, at: ts.Node): PrintContext => ({
    quote: style.quote,
    braceSpace: style.braceSpace,
    dots: !input.isTypeScript,
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
  const printDecision = (node: ts.Node, { decision, site }: { decision: Decision; site: Site }): Printed => {
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
  const siteEdits = [...editSites(input, kept, builtins.added), ...builtins.extensions];

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
    becomes.set(node, text);
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
  return { edits: closeGaps(source.text, withoutInner(all)), becomes, goneNames };
}

/** Gathers what is replaced, which sites keep a name, and which identifiers leave. True when nothing of it is kept. */
function collect(
  decided: SiteDecision,
  owner: Site,
  replaced: Map<ts.Node, { decision: Decision; site: Site }>,
  kept: Set<Site>,
  gone: Set<ts.Node>,
): boolean {
  let isGone = decided.refused === undefined;
  const leaving: ts.Node[] = decided.site.bindings.map((binding) => binding.name);
  for (const { reference, decision } of decided.references) {
    if (decision.kind === "inline" || decision.kind === "native")
      replaced.set(decision.node, { decision, site: owner });
    else if (decision.kind === "alias") isGone = collect(decision.site, owner, replaced, kept, gone) && isGone;
    else isGone = false;
    if (helpedBy(decision).length > 0) isGone = false;
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

/** Comments inside the name of what is replaced (`kit /* why *\/ .twice`), to stand behind the replacement. */
function commentsOf(source: ts.SourceFile, node: ts.Node): string {
  const name = ts.isCallExpression(node) ? node.expression : node;
  const text = name.getText(source);
  if (!text.includes("/*") && !text.includes("//")) return "";
  const comments: string[] = [];
  const visit = (inner: ts.Node): void => {
    // The arguments of a chain's links are printed with their own.
    if (ts.isCallExpression(inner.parent) && inner.parent.arguments.includes(inner as ts.Expression)) return;
    const children = inner.getChildren(source);
    if (children.length > 0) return children.forEach(visit);
    const trivia = source.text.slice(inner.pos, inner.getStart(source));
    if (inner.pos > name.pos) comments.push(...(trivia.match(/\/\*[\s\S]*?\*\/|\/\/[^\n]*\n/g) ?? []));
  };
  visit(name);
  return comments.map((comment) => ` ${comment}`).join("");
}

/** The replacement with its comments behind it; what must follow on the same line (`as T`) never stands on a later one. */
function withComments(node: ts.Node, text: string, comments: string): string {
  const { parent } = node;
  const isRestricted = ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent) || ts.isNonNullExpression(parent);
  return isRestricted && comments.includes("\n") ? `(${text}${comments})` : text + comments;
}

/** The replacement as it stands in its place: parentheses, and nothing that the start of a statement would misread. */
function fit(source: ts.SourceFile, node: ts.Expression, printed: Printed): string {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent))
    return `${node.getText(source)}: ${parenthesize(printed, precedence.assignment)}`;
  let text = isMixed(node, printed.precedence) ? `(${printed.text})` : parenthesize(printed, precedenceNeeded(node));
  const place = startOf(source, node);
  if (place?.kind === "statement" && /^(?:\{|function\b|class\b|async\s+function\b|let\s*\[)/.test(text))
    text = `(${text})`;
  if (place?.kind === "body" && text.startsWith("{")) text = `(${text})`;
  if (place?.kind === "export" && /^(?:function\b|class\b|async\s+function\b)/.test(text)) text = `(${text})`;
  if (place?.kind === "statement" && /^[([`+\-/]/.test(text) && mayJoin(source, place.node)) text = `;${text}`;
  return text;
}

/** The statement, arrow body or default export that begins with this node, where what it begins with matters. */
function startOf(
  source: ts.SourceFile,
  node: ts.Expression,
): { readonly kind: "statement" | "body" | "export"; readonly node: ts.Node } | undefined {
  const start = node.getStart(source);
  for (let at: ts.Node = node; at.parent !== undefined; at = at.parent) {
    const { parent } = at;
    if (ts.isExpressionStatement(parent)) return { kind: "statement", node: parent };
    if (ts.isArrowFunction(parent) && parent.body === at) return { kind: "body", node: parent };
    if (ts.isExportAssignment(parent)) return { kind: "export", node: parent };
    if (parent.getStart(source) !== start) return undefined;
  }
  return undefined;
}

/** True when the statement before has no semicolon and would run on into this one. */
function mayJoin(source: ts.SourceFile, statement: ts.Node): boolean {
  const { parent } = statement;
  const siblings =
    ts.isSourceFile(parent) || ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent) ? parent.statements : undefined;
  const previous = siblings?.[siblings.findIndex((sibling) => sibling === statement) - 1];
  return previous !== undefined && source.text[previous.end - 1] !== ";" && !endsItself(previous);
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
    if (!isWhole || !/(?:^|\n)[ \t]*\r?\n$/.test(text.slice(0, edit.start))) return edit;
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
