/** The decision on one reference: what kind of use it is, and what its replacement can do there. */
import { ts } from "../../typescript.ts";
import type { RecipeCase, RecipeReplacement } from "../../catalog/catalog.ts";
import type { Reference, Site } from "../usages/site.ts";
import { isWritten } from "../usages/syntax.ts";
import { isGeneral, judgeCall } from "./call.ts";
import { judgeChain } from "./chain.ts";
import type { Decision, ReferenceDecision } from "./decision.ts";
import { findMisuse, findPatch, findTwin, isClass, isInvocation } from "./misuse.ts";
import { isByDefault, reachExport } from "./exports.ts";
import { judgeByHatch } from "./hatched.ts";
import { howHandedOn, isHandedOn, isReceiver, isTakenApart, isWholeObject } from "./position.ts";
import { judgeForm } from "./form.ts";
import { findOtherUse } from "./fulfilled.ts";
import { findOtherDoing } from "./given.ts";
import { readTemplate } from "./read-template.ts";
import { isBuiltin } from "./runtime.ts";
import { isHeld, refuseVendored } from "./vendored.ts";
import { callSite, casesFor, globalsOf, isNamedAlike, rootsOf, type Surroundings } from "./surroundings.ts";

export function judgeReference(at: Surroundings, site: Site, reference: Reference): ReferenceDecision {
  return judgeChain(at, site, reference) ?? judgeAlone(at, site, reference);
}

function judgeAlone(at: Surroundings, site: Site, reference: Reference): ReferenceDecision {
  const { era } = at;
  const hatched = judgeByHatch(at, reference);
  if (hatched !== undefined) return { reference, export: exportOf(reference), decision: hatched };
  const isOwnDefault = (): boolean => site.entry === "." && at.isOwnDefault();
  const reached = reachExport(era, site.entry, reference.root, reference.members, isOwnDefault);
  const first = reference.chain[0];
  if (first === undefined)
    return { reference, export: undefined, decision: refuse(site.node, "is used in an unknown way") };
  if (reached.kind === "none") {
    const isWhole = reference.members.length === 0 && isWholeObject(reference) && isHandedOn(first);
    return { reference, export: undefined, decision: refuse(first, isWhole ? howHandedOn(first) : reached.reason) };
  }
  if (reached.kind === "whole") {
    return { reference, export: "*", decision: wholeModule(at, site, first, reference) };
  }
  // Of a constant, a part that goes by another name is as good as the whole.
  const isConstant = isHeld(reached.replacement);
  const index = isConstant ? Math.max(0, reached.used - reference.fixed) : reached.used - reference.fixed;
  const node = reference.chain[index];
  if (node === undefined)
    return {
      reference,
      export: reached.name,
      decision: refuse(first, `its member ${reference.members[reached.used] ?? ""} is not known`),
    };
  const byDefault = isByDefault(era, reference);
  const use: Use = { node, index, name: reached.name, replacement: reached.replacement, byDefault };
  const decision = judgeUse(at, site, reference, use);
  return { reference, export: reached.name, decision };
}

interface Use {
  /** The expression that is the export. */
  readonly node: ts.Expression;
  /** Its place in the reference's chain. */
  readonly index: number;
  readonly name: string;
  readonly replacement: RecipeReplacement;
  /** Reached by the member `default` of what require() gives. */
  readonly byDefault: boolean;
}

function judgeUse(at: Surroundings, site: Site, reference: Reference, use: Use): Decision {
  const { node } = use;
  const parent = node.parent;
  if (reference.type) return judgeType(at, site, use);
  if (isWritten(node)) return refuse(node, "is assigned a new value here");
  const further = reference.chain[use.index + 1];
  if (isHeld(use.replacement)) return judgeConstant(at, site, use, further);
  const forms = at.era.forms.get(use.name);
  if (forms !== undefined) return judgeForm(at, site, node, forms, casesFor(at, use.replacement));
  const member = further === undefined ? undefined : (reference.members[reference.fixed + use.index] ?? "");
  const isShared = member !== undefined && at.era.members.get(use.name)?.includes(member) === true;
  const isSame = (at.era.identical || isShared) && use.replacement.kind === "native";
  if (further !== undefined) {
    if (isWritten(further)) return refuse(node, "is changed here: a member of it is written");
    if (!isSame && !isInvocation(further, member ?? ""))
      return refuse(node, `its member ${member} is read, which the replacement does not have`);
  } else if (!isSame && ts.isElementAccessExpression(parent) && parent.expression === node) {
    return refuse(node, "a member of it is read by a computed name");
  } else if (!isSame && ts.isPropertyAccessExpression(parent) && parent.expression === node) {
    return refuse(node, `its member ${parent.name.text} is read, which the replacement does not have`);
  }
  if (!isSame && isTakenApart(node)) return refuse(node, "members of it are taken by a pattern");
  const cases = casesFor(at, use.replacement);
  const isCall = ts.isCallExpression(parent) && parent.expression === node;
  const read = at.era.fulfils.get(use.name);
  const given = at.era.gives.get(use.name);
  if (read !== undefined || given !== undefined) {
    if (ts.isNewExpression(parent) && parent.expression === node) return refuse(node, "is used as a class");
    if (!isCall) return refuse(node, "is passed on, and what it gives may be used anyhow");
    const other = read && findOtherUse(at.scope, parent, read);
    const doing = other ?? (given && findOtherDoing(at.scope, parent, given));
    if (doing !== undefined) return refuse(node, doing);
  }
  if (
    typeof cases !== "string" &&
    isCall &&
    parent.questionDotToken === undefined &&
    use.replacement.kind === "cases"
  ) {
    // An awaited import gives way to other work: it is awaited still, from a helper.
    const isAwaited = site.form === "dynamic-import";
    const direct = judgeCall(cases, callSite(at, parent), !isAwaited);
    const verdict = isReceiver(direct, parent) ? judgeCall(cases, callSite(at, parent), false) : direct;
    if (verdict.kind === "refuse") return refuse(parent, verdict.reason);
    if (isAwaited) return helper(at, site, use, false);
    const globals =
      verdict.kind === "inline" ? globalsOf(verdict.expr) : verdict.kind === "native" ? rootsOf(verdict.native) : [];
    const shadowed = globals.find(
      (name) => at.scope.lookup(name, node) !== undefined && !(read !== undefined && isNamedAlike(at, node, name)),
    );
    // What a shadowed name stands in the way of here works in a file of its own.
    if (shadowed !== undefined) return judgeShadowed(at, site, use, cases, shadowed);
    if (verdict.kind === "inline") return { kind: "inline", node: parent, expr: verdict.expr };
    if (verdict.kind === "native") return { kind: "native", node, native: verdict.native };
    const decision = helper(at, site, use, false);
    return decision.kind === "helper" ? { ...decision, use: { ...decision.use, fits: verdict.fits } } : decision;
  }
  return judgeValue(at, site, use, cases);
}

/** A constant of the recipe, or the package's own code, stands in for what was exported, members and all: the source stays as it is. */
function judgeConstant(at: Surroundings, site: Site, use: Use, further: ts.Expression | undefined): Decision {
  const { node, replacement } = use;
  const held = refuseVendored(replacement, site, at.isTypeScript) ?? findTwin(replacement, at.hasTwin);
  const misuse = held ?? findMisuse(node, further, replacement);
  const cases = casesFor(at, replacement);
  if (misuse !== undefined || typeof cases === "string") return refuse(node, misuse ?? String(cases));
  return helper(at, site, use, further === undefined && isHandedOn(node) && hasSiblings(at, site, use));
}

/** A use that is not a plain call: the value goes somewhere, or is constructed, or extended. */
function judgeValue(at: Surroundings, site: Site, use: Use, cases: readonly RecipeCase[] | string): Decision {
  const { node } = use;
  const parent = node.parent;
  if (typeof cases === "string") return refuse(node, cases);
  const native =
    use.replacement.kind === "native" ? use.replacement.native : cases.length === 1 ? cases[0]?.native : undefined;
  if (ts.isJsxOpeningLikeElement(parent) || ts.isJsxClosingElement(parent))
    return refuse(node, "is used as a JSX element");
  const patch = findPatch(node);
  if (patch !== undefined) return refuse(node, patch);
  const isConstructed = ts.isNewExpression(parent) && parent.expression === node;
  const isExtended = ts.isExpressionWithTypeArguments(parent);
  const isCompared = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
  if (
    (native === undefined || !isClass(native)) &&
    (isConstructed || isExtended || (isCompared && parent.right === node))
  )
    return refuse(node, "is used as a class");
  if (native !== undefined) {
    if (ts.isExportSpecifier(parent) || site.form === "dynamic-import") return helper(at, site, use, false);
    const shadowed = rootsOf(native).find(
      (name) => at.scope.lookup(name, node) !== undefined && !isNamedAlike(at, node, name),
    );
    if (shadowed !== undefined) return judgeShadowed(at, site, use, cases, shadowed);
    if (isHandedOn(node) && hasSiblings(at, site, use))
      return refuse(node, "is passed on with its other exports as members");
    return { kind: "native", node, native };
  }
  const last = cases[cases.length - 1];
  if (last === undefined || (last.native === undefined && !isGeneral(readTemplate(last))))
    return refuse(node, "is passed on as a function, and the replacement does not serve every call it could get");
  return helper(at, site, use, isHandedOn(node) && hasSiblings(at, site, use));
}

/** A name the replacement needs means something else here: a helper in a file of its own does not mind. */
function judgeShadowed(at: Surroundings, site: Site, use: Use, cases: readonly RecipeCase[], name: string): Decision {
  const last = cases[cases.length - 1];
  const isNative = use.replacement.kind === "native" || last?.native !== undefined;
  if (isNative || (last !== undefined && isGeneral(readTemplate(last)))) return helper(at, site, use, false);
  return refuse(use.node, `its replacement needs the global ${name}, which means something else here`);
}

/** A type: `typeof x` of what stays a value, and the class a native is. */
function judgeType(at: Surroundings, site: Site, use: Use): Decision {
  const { node, replacement } = use;
  const isQuery = ts.isTypeQueryNode(node.parent);
  const asValue = isQuery && site.form !== "type" ? judgeValue(at, site, use, casesFor(at, replacement)) : undefined;
  if (asValue !== undefined) return asValue.kind === "refuse" ? refuse(node, "its type is used") : asValue;
  if (replacement.kind === "native" && !isBuiltin(replacement.native) && replacement.native.members.length === 0)
    return { kind: "native", node, native: replacement.native };
  if (replacement.kind === "value" && ts.isClassDeclaration(replacement.value.statement) && site.form !== "type")
    return judgeConstant(at, site, use, undefined);
  return refuse(node, "its type is used");
}

/** The module as a whole is handed on: only a helper that has all of its exports can stand in. */
function wholeModule(at: Surroundings, site: Site, node: ts.Expression, reference: Reference): Decision {
  const table = at.era.entries.get(site.entry);
  const fallback = table?.get("default");
  if (reference.type) return refuse(node, "its types are used");
  if (table === undefined || fallback === undefined || table.size !== 1 || reference.root.kind !== "promise")
    return refuse(node, howHandedOn(node));
  const cases = casesFor(at, fallback);
  if (typeof cases === "string") return refuse(node, cases);
  const last = cases[cases.length - 1];
  if (last === undefined || (last.native === undefined && !isGeneral(readTemplate(last))))
    return refuse(node, "is handed on as a whole, and the replacement does not serve every call it could get");
  const use = { entry: site.entry, name: "default", replacement: fallback };
  return { kind: "helper", node, use, whole: true };
}

function helper(at: Surroundings, site: Site, use: Use, whole: boolean): Decision {
  const { isTypeScript } = at;
  // A helper in TypeScript is an ES module, which such a require() may not load.
  if (site.created !== undefined && isTypeScript)
    return refuse(use.node, "is loaded through createRequire() in TypeScript, which a helper cannot serve");
  if (isTypeScript && use.byDefault)
    return refuse(use.node, "its member default is passed on, which a helper in TypeScript does not have");
  if (site.form === "dynamic-import" && at.era.require === "namespace" && use.name === "*")
    return refuse(use.node, "is handed on as a whole");
  return {
    kind: "helper",
    node: use.node,
    use: { entry: site.entry, name: use.name, replacement: use.replacement },
    whole,
  };
}

/** True when the default export carries further exports as members, and this use hands it on with them. */
function hasSiblings(at: Surroundings, site: Site, use: Use): boolean {
  return use.name === "default" && at.era.require === "default" && (at.era.entries.get(site.entry)?.size ?? 0) > 1;
}

function exportOf(reference: Reference): string {
  return reference.root.kind === "export" ? reference.root.name : "default";
}

function refuse(node: ts.Node, reason: string): Decision {
  return { kind: "refuse", node, reason };
}
