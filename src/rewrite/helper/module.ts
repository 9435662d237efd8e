/** The text of a helper module: a recipe's functions, exported the way the package was. */
import { ts } from "../../typescript.ts";
import type { NativePath, RecipeModule, RecipeReplacement } from "../../catalog/catalog.ts";
import { findDeclaration, isReference } from "../../catalog/module.ts";
import { canRenameIn, renamed } from "../../catalog/rename.ts";
import type { FileStyle } from "../style.ts";
import { textOfRecipe } from "./erase.ts";
import { exportsOf, joinExports, type Shape } from "./exports.ts";
import { docOf, functionText, nameOfConstant, overloadsOf } from "./function.ts";
import { partWithJsdoc, withJsdoc } from "./jsdoc.ts";
import { restyle } from "./restyle.ts";
import { exportVisibleTypes } from "./visible.ts";

export interface HelperSource {
  /** The replacement of an export, reduced to the case that a helper is written from. */
  readonly replacements: ReadonlyMap<string, RecipeReplacement>;
  readonly shape: Shape;
  readonly language: HelperLanguage;
  readonly style: FileStyle;
  /** Whether its users begin with "use strict". */
  readonly isStrict?: boolean;
  /** Whether declaration files are made of what uses it. */
  readonly isDeclared?: boolean;
}

/** `jsdoc` is JavaScript that tells its types in comments, for files that are type checked. */
export type HelperLanguage = "js" | "jsdoc" | "ts";

/** A function's own, which the module's makes idle. */
const innerDirective = /^[ \t]*"use strict";\n/gm;

/** The module's text. `base` is the identifier for the default export ("leftPad"). */
export function writeHelper(helper: HelperSource, base: string): string {
  const { shape, style, language } = helper;
  const names = new Map<string, string>();
  const needed = new Set([...(shape.self ? ["default"] : []), ...shape.members, ...shape.named]);
  for (const name of needed) {
    const local = name === "default" ? base : name === base && needed.has("default") ? `${name}Only` : name;
    const replacement = helper.replacements.get(name);
    // What is imported under the name it would have keeps it.
    const isImported = modulesOf(replacement).some(({ builtins }) => builtins.has(local));
    const own = classOf(replacement);
    if (own !== undefined && (own === name || !needed.has(own))) names.set(name, own);
    else names.set(name, isImported ? `${local}Own` : rootOf(replacement) === local ? `${local}Native` : local);
  }
  let { writer, functions } = defineAll(helper, names);
  const clashing = [...names].filter(([, local]) => writer.declares(local));
  if (clashing.length > 0) {
    // A function that an export calls keeps its name, as the export would else call itself.
    for (const [name, local] of clashing) names.set(name, `${local}Own`);
    ({ writer, functions } = defineAll(helper, names));
  }
  const self = names.get("default") ?? base;
  const isStrict = helper.isStrict === true && language !== "ts" && style.modules === "cjs";
  const definitions = [...writer.declarations(), ...functions].map((text) => writer.named(text));
  const parts = [
    isStrict ? '"use strict";' : "",
    writer.imports(style).join("\n"),
    ...(isStrict ? definitions.map((text) => text.replaceAll(innerDirective, "")) : definitions),
    exportsOf(shape, names, self, style.modules),
  ].filter((part) => part !== "");
  const joined = joinExports(parts, shape, names, self, style.modules);
  const body = language === "ts" && helper.isDeclared === true ? exportVisibleTypes(joined) : joined;
  return language === "jsdoc" ? restyle(withJsdoc(body), style, "js") : restyle(body, style, language);
}

/** The functions of a helper for the file that uses it, which has names for its exports, and the built-ins they need. */
export interface OwnText {
  readonly text: string;
  /** By what they are called in the text. */
  readonly builtins: ReadonlyMap<string, { readonly module: string; readonly name: string }>;
}

/** Writes those functions, by the names of the file. */
export function writeOwn(helper: Omit<HelperSource, "shape" | "style">, names: ReadonlyMap<string, string>): OwnText {
  const { writer, functions } = defineAll(helper, names);
  const parts = [...writer.declarations(), ...functions].map((text) => writer.named(text));
  const text = parts.join("\n\n");
  return { text: helper.language === "jsdoc" ? partWithJsdoc(text) : text, builtins: writer.builtins };
}

function defineAll(
  { replacements, language }: Omit<HelperSource, "shape" | "style">,
  names: ReadonlyMap<string, string>,
): { writer: Writer; functions: string[] } {
  const writer = createWriter(language === "js" ? "js" : "ts", names.size === 1);
  const functions: string[] = [];
  for (const [name, local] of names) {
    const replacement = replacements.get(name);
    if (replacement !== undefined) functions.push(writer.define(local, replacement));
  }
  return { writer, functions };
}

/** The name that instances of a replacement tell. */
function classOf(replacement: RecipeReplacement | undefined): string | undefined {
  return replacement?.kind === "value" && replacement.value.makes !== undefined ? replacement.value.name : undefined;
}

/** The modules that a replacement is written in. */
function modulesOf(replacement: RecipeReplacement | undefined): readonly RecipeModule[] {
  if (replacement?.kind === "value") return [replacement.value.module];
  return replacement?.kind === "cases" ? replacement.cases.map(({ module }) => module) : [];
}

/** The name a native replacement starts with, which nothing in the module may take from it. */
function rootOf(replacement: RecipeReplacement | undefined): string | undefined {
  const cases = replacement?.kind === "cases" ? replacement.cases : [];
  const native = replacement?.kind === "native" ? replacement.native : cases[cases.length - 1]?.native;
  return native && ("global" in native.root ? native.root.global : native.root.name);
}

interface Writer {
  /** What the parts need of built-in modules, by the names they have for it. */
  readonly builtins: ReadonlyMap<string, { readonly module: string; readonly name: string }>;
  define(name: string, replacement: RecipeReplacement): string;
  /** Whether the module has a declaration of this name that is no export. */
  declares(name: string): boolean;
  /** The text of a part with the names that exports have here: a function they call may call them. */
  named(text: string): string;
  imports(style: FileStyle): string[];
  declarations(): string[];
}

/** `isAlone` is true for a helper with one export, whose name can then be given to what the recipe calls otherwise. */
function createWriter(language: "js" | "ts", isAlone: boolean): Writer {
  const builtins = new Map<string, { module: string; name: string }>();
  const declarations = new Map<string, ts.Statement>();
  /** Declarations of the recipe that are exports under their own names, and so are written once as such. */
  const exported = new Set<string>();
  /** What of the recipe is an export under another name, by its own. */
  const renames = new Map<string, { function: ts.Node; name: string }>();
  const follow = (node: ts.Node, self: string | undefined, module: RecipeModule): void => {
    const visit = (inner: ts.Node): void => {
      if (ts.isIdentifier(inner) && isReference(inner)) {
        const builtin = module.builtins.get(inner.text);
        if (builtin !== undefined) builtins.set(inner.text, builtin);
        const declared = findDeclaration(module, inner.text);
        const statement = declared?.statement;
        if (declared && statement && statement !== node && inner.text !== self && !declarations.has(inner.text)) {
          // Reserved first, so that functions which call each other end.
          declarations.set(inner.text, statement);
          follow(statement, inner.text, declared.module);
          declarations.delete(inner.text);
          declarations.set(inner.text, statement);
        }
      }
      ts.forEachChild(inner, visit);
    };
    visit(node);
  };
  const isExport = (name: string): boolean => {
    const statement = declarations.get(name);
    const own = renames.get(name)?.function;
    return exported.has(name) || (own !== undefined && statement !== undefined && isWithin(own, statement));
  };
  /** True where what is called `from` may be called `to`: neither name means anything else where it is used. */
  const canRename = (from: string, to: string, node: ts.Node): boolean =>
    isAlone && [...declarations.values(), node].every((part) => canRenameIn(part, from, to));
  return {
    builtins,
    define(name, replacement) {
      if (replacement.kind === "native") return `const ${name} = ${nativeText(replacement.native, builtins)};`;
      if (replacement.kind === "vendored") throw new TypeError("a package's own code is no recipe");
      if (replacement.kind === "value") {
        const { value } = replacement;
        follow(value.statement, value.name, value.module);
        exported.add(value.name);
        const text = declarationText(value.statement, language);
        if (value.name === name) return text;
        const head = new RegExp(`^const ${value.name}\\b`, "m");
        const isKept = value.makes !== undefined || !head.test(text) || !canRename(value.name, name, value.statement);
        if (isKept) return `${text}\n\nconst ${name} = ${value.name};`;
        renames.set(value.name, { function: value.statement, name });
        return text.replace(head, `const ${name}`);
      }
      const last = replacement.cases[replacement.cases.length - 1];
      if (last === undefined) throw new RangeError("a replacement has at least one case");
      if (last.native !== undefined) return `const ${name} = ${nativeText(last.native, builtins)};`;
      const own = ts.isFunctionDeclaration(last.function) ? last.function.name?.text : nameOfConstant(last.function);
      follow(last.function, own, last.module);
      if (language === "ts") for (const overload of overloadsOf(last.function)) follow(overload, own, last.module);
      const text = functionText(last, name, language);
      if (own === name) exported.add(name);
      if (own === undefined || own === name) return text;
      if (!canRename(own, name, last.function)) return renamed(text, own, name);
      renames.set(own, { function: last.function, name });
      return text;
    },
    named: (text) => [...renames].reduce((result, [from, { name }]) => renamed(result, from, name), text),
    declares: (name) => declarations.has(name) && !isExport(name),
    imports: (style) =>
      [...groupByModule(builtins)].map(([from, names]) => {
        const whole = names.find(([, name]) => name === "default" || name === "*");
        const named = names.filter((entry) => entry !== whole);
        const specifier = style.nodePrefix ? from : from.replace(/^node:/, "");
        if (style.modules === "cjs") {
          const parts = named.map(([local, name]) => (local === name ? name : `${name}: ${local}`));
          const lines = whole === undefined ? [] : [`const ${whole[0]} = require("${specifier}");`];
          if (parts.length > 0) lines.push(`const { ${parts.join(", ")} } = require("${specifier}");`);
          return lines.join("\n");
        }
        const parts = named.map(([local, name]) => (local === name ? name : `${name} as ${local}`));
        const clause = [
          whole === undefined ? "" : `* as ${whole[0]}`,
          parts.length === 0 ? "" : `{ ${parts.join(", ")} }`,
        ];
        return clause.every((part) => part !== "")
          ? clause.map((part) => `import ${part} from "${specifier}";`).join("\n")
          : `import ${clause.join("")} from "${specifier}";`;
      }),
    declarations: () =>
      [...new Set([...declarations].filter(([name]) => !isExport(name)).map(([, statement]) => statement))]
        .filter(
          (statement) =>
            language === "ts" || !(ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)),
        )
        .map((statement) => declarationText(statement, language)),
  };
}

function isWithin(node: ts.Node, ancestor: ts.Node): boolean {
  return ts.findAncestor(node, (each) => each === ancestor) !== undefined;
}

function declarationText(statement: ts.Statement, language: "js" | "ts"): string {
  const doc = docOf(statement);
  // What its family shares is the helper's own.
  const text = textOfRecipe(statement, language).replace(/^export /, "");
  return `${doc === "" ? "" : `${doc}\n`}${text}`;
}

function groupByModule(
  builtins: ReadonlyMap<string, { module: string; name: string }>,
): Map<string, [string, string][]> {
  const groups = new Map<string, [string, string][]>();
  for (const [local, { module, name }] of builtins) {
    const group = groups.get(module) ?? [];
    groups.set(module, group);
    group.push([local, name]);
  }
  return groups;
}

function nativeText(native: NativePath, builtins: Map<string, { module: string; name: string }>): string {
  if ("global" in native.root) return [native.root.global, ...native.members].join(".");
  builtins.set(native.root.name, native.root);
  return [native.root.name, ...native.members].join(".");
}
