/** Names for what a file needs of built-in modules: those it has already, or new ones where a package's import was. */
import { ts } from "../typescript.ts";
import type { Scope } from "../analyze/usages/scope.ts";
import { isNameOnly, isWritten } from "../analyze/usages/syntax.ts";
import type { Site } from "../analyze/usages/site.ts";
import { findExisting, isTopLevel, mayUse } from "./loaded.ts";
import { type FileStyle, inBraces } from "./style.ts";
import type { TextEdit } from "./plan.ts";
import { quoteText } from "./print.ts";

/** New names asked of one module at one place. */
export interface NewImport {
  readonly module: string;
  /** Local name by export; "default" is the module itself. */
  readonly names: Map<string, string>;
}

export interface Builtins {
  /** The text by which `export` of `module` is reached at a place that `site` serves. */
  local(module: string, name: string, site: Site, at: ts.Node): string;
  /** What each site has to declare in its place. */
  readonly added: ReadonlyMap<Site, readonly NewImport[]>;
  /** Additions to imports that are there already. */
  readonly extensions: readonly TextEdit[];
}

/** `gone` are the identifiers that leave the file: their names are free, but for those that are `given` to what is new. */
export function createBuiltins(
  scope: Scope,
  source: ts.SourceFile,
  style: FileStyle,
  gone: ReadonlySet<ts.Node>,
  given: Iterable<string> = [],
): Builtins {
  const existing = findExisting(scope, source);
  const added = new Map<Site, NewImport[]>();
  const extended = new Map<ts.NamedImports | ts.ObjectBindingPattern, Map<string, string>>();
  const taken = new Set<string>(given);
  const firstTop = new Map<string, Site>();

  const isFree = (name: string): boolean =>
    !taken.has(name) &&
    (scope.identifiers(source).get(name) ?? []).every(
      (node) => gone.has(node) || (isNameOnly(node) && ts.isPropertyAccessExpression(node.parent)),
    );
  const freeName = (wanted: string): string => {
    let name = wanted;
    for (let suffix = 0; !isFree(name); suffix += 1)
      name = `node${wanted[0]?.toUpperCase() ?? ""}${wanted.slice(1)}${suffix || ""}`;
    taken.add(name);
    return name;
  };
  const reaches = (identifier: ts.Identifier, at: ts.Node): boolean => {
    const symbol = scope.symbolOf(identifier);
    return symbol !== undefined && scope.lookup(identifier.text, at) === symbol;
  };

  const fromExisting = (module: string, name: string, site: Site, at: ts.Node): string | undefined => {
    for (const one of existing) {
      if (one.module !== module.replace(/^node:/, "") || !mayUse(one.statement, site, at, style)) continue;
      const element = one.elements.get(name);
      if (element !== undefined && reaches(element, at)) return element.text;
      if (one.whole !== undefined && isMemberWritten(scope, one.whole, name)) continue;
      if (one.whole !== undefined && reaches(one.whole, at))
        return name === "default" || name === "*" ? one.whole.text : `${one.whole.text}.${name}`;
      if (one.list === undefined || name === "default" || name === "*") continue;
      const names = extended.get(one.list) ?? new Map<string, string>();
      extended.set(one.list, names);
      const local = names.get(name) ?? freeName(name);
      names.set(name, local);
      return local;
    }
    return undefined;
  };

  return {
    local(module, name, site, at) {
      const known = fromExisting(module, name, site, at);
      if (known !== undefined) return known;
      const base = module.replace(/^node:/, "");
      if (site.declaration.kind === "none" && style.modules === "cjs") {
        const load = `require(${quoteText(specifierOf(base, style), style.quote)})`;
        return name === "default" || name === "*" ? load : `${load}.${name}`;
      }
      const isShared = style.modules === "esm" || isTopLevel(site);
      const owner = isShared ? (firstTop.get("") ?? site) : site;
      if (isShared) firstTop.set("", owner);
      const imports = added.get(owner) ?? [];
      added.set(owner, imports);
      let entry = imports.find((candidate) => candidate.module === base);
      if (entry === undefined) imports.push((entry = { module: base, names: new Map() }));
      const key = name === "*" ? "default" : name;
      const wanted =
        key === "default"
          ? base.replace(/^.*\//, "").replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
          : key;
      const local = entry.names.get(key) ?? freeName(wanted);
      entry.names.set(key, local);
      return local;
    },
    added,
    get extensions() {
      return [...extended].map(([list, names]) => extend(source, list, names, style));
    },
  };
}

/** True where the file puts something else in the place of a member of the module: `fs.readFile = …`. */
function isMemberWritten(scope: Scope, whole: ts.Identifier, member: string): boolean {
  const same = scope.identifiers(whole.getSourceFile()).get(whole.text) ?? [];
  return same.some(
    ({ parent }) => ts.isPropertyAccessExpression(parent) && parent.name.text === member && isWritten(parent),
  );
}

/** The statements, or declarations of a list, that a new import is written as. */
export function writeImports(imports: readonly NewImport[], style: FileStyle, isTypeScript: boolean): string[] {
  return imports.map(({ module, names }) => {
    const from = quoteText(specifierOf(module, style), style.quote);
    const whole = names.get("default");
    const named = [...names].filter(([name]) => name !== "default");
    if (style.modules === "cjs") {
      const parts = named.map(([name, local]) => (name === local ? name : `${name}: ${local}`));
      const declarations = whole === undefined ? [] : [`${whole} = require(${from})`];
      if (parts.length > 0) declarations.push(`${inBraces(parts.join(", "), style)} = require(${from})`);
      return declarations.join(", ");
    }
    const parts = named.map(([name, local]) => (name === local ? name : `${name} as ${local}`));
    const clause = [
      whole === undefined ? "" : isTypeScript ? `* as ${whole}` : whole,
      parts.length > 0 ? inBraces(parts.join(", "), style) : "",
    ];
    return `import ${clause.filter((part) => part !== "").join(", ")} from ${from}${style.semicolons ? ";" : ""}`;
  });
}

function specifierOf(module: string, style: FileStyle): string {
  return style.nodePrefix ? `node:${module}` : module;
}

function extend(
  source: ts.SourceFile,
  list: ts.NamedImports | ts.ObjectBindingPattern,
  names: ReadonlyMap<string, string>,
  style: FileStyle,
): TextEdit {
  const join = ts.isNamedImports(list) ? " as " : ": ";
  const parts = [...names].map(([name, local]) => (name === local ? name : `${name}${join}${local}`));
  const last = list.elements[list.elements.length - 1];
  if (last === undefined)
    return { start: list.getStart(source), end: list.end, text: inBraces(parts.join(", "), style) };
  const text = source.text.slice(list.getStart(source), last.getStart(source));
  const newline = /\r?\n[ \t]*$/.exec(text)?.[0];
  return {
    start: last.end,
    end: last.end,
    text: parts.map((part) => (newline === undefined ? `, ${part}` : `,${newline}${part}`)).join(""),
  };
}
