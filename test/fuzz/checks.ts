/** What can be wrong with a plan without running anything. */
import { ts } from "../../src/typescript.ts";
import type { FilePlan, Plan } from "../../src/rewrite/plan.ts";
import { parse, parses } from "./dress.ts";

/** A mistake: what sort of, and what of it there is to see. */
export interface Mistake {
  readonly kind: string;
  readonly detail: string;
}

export function checkPlan(plan: Plan): Mistake[] {
  const mistakes: Mistake[] = [];
  const gone = plan.packages.filter(({ outcome }) => outcome === "remove").map((one) => one.package);
  for (const one of plan.packages)
    for (const reason of one.reasons)
      if (reason.includes("please report it"))
        mistakes.push({ kind: "the engine's own check stopped it", detail: reason });
  for (const file of plan.files) {
    const isModule = ts.isExternalModule(parse(file.before, file.path));
    if (!parses(file.after, file.path, isModule)) mistakes.push({ kind: "no longer parses", detail: file.path });
    mistakes.push(...checkLines(file, plan), ...checkComments(file, plan), ...checkLoads(file, gone));
  }
  return mistakes;
}

/** The mistake of a name that lost its last use. */
export const unusedName = "leaves a name nothing uses";

const keywords: ReadonlySet<string> = new Set([
  "const",
  "let",
  "var",
  "import",
  "from",
  "require",
  "export",
  "default",
]);

/** Every edit is on a line of a usage, or only adds a line. */
function checkLines(file: FilePlan, plan: Plan): Mistake[] {
  const usages = plan.packages.flatMap((one) => one.usages).filter((usage) => usage.file === file.path);
  const source = parse(file.before, file.path);
  const lineOf = (at: number): number => source.getLineAndCharacterOfPosition(at).line;
  // A name taken from a package's name (`const join = all.join`) is a use of the name.
  const names = new Set(
    usages.flatMap(({ form, excerpt, start, end }) => {
      // A statement over several lines names more than its first line.
      const text = form === "call" ? "" : excerpt + file.before.slice(statementAt(source, start), end);
      return (text.match(/[\w$]{3,}/g) ?? []).filter((word) => !keywords.has(word));
    }),
  );
  return (
    file.edits
      .filter(
        ({ start, end }) => !(file.before.slice(start, end).match(/[\w$]+/g) ?? []).some((word) => names.has(word)),
      )
      .filter(({ start, end }) => start < end && file.before.slice(start, end).trim() !== "")
      // What separates it from its neighbours in a list may stand on another line.
      .filter(({ start, end, text }) => !/^[\s,;]*$/.test(file.before.slice(start, end) + text))
      .filter(
        ({ start, end }) =>
          !usages.some(
            (usage) => lineOf(usage.start) <= lineOf(end) && lineOf(start) <= lineOf(Math.max(usage.end, usage.start)),
          ),
      )
      .map(({ start, end, text }) => ({
        kind: "touches a line without a usage",
        detail: `${JSON.stringify(file.before.slice(start, end))} → ${JSON.stringify(text)}`,
      }))
  );
}

/** No name is used that nothing declares, and none is declared for nothing, unless it was so before. */
export function checkNames(files: readonly FilePlan[]): readonly Mistake[] {
  const texts = new Map<string, string>();
  files.forEach((file, index) => {
    const ending = file.path.slice(file.path.lastIndexOf("."));
    texts.set(`/${index}/before${ending}`, file.before);
    texts.set(`/${index}/after${ending}`, file.after);
  });
  const names = looseNames(texts);
  return files.flatMap((file, index) => {
    const ending = file.path.slice(file.path.lastIndexOf("."));
    const before = names.get(`/${index}/before${ending}`);
    const after = names.get(`/${index}/after${ending}`);
    return [
      ...[...(after?.undeclared ?? [])]
        .filter((name) => before?.undeclared.has(name) === false && !isGlobal(name))
        .map((name) => ({ kind: "uses a name nothing declares", detail: name })),
      ...[...(after?.unused ?? [])]
        .filter((name) => before?.unused.has(name) === false)
        .map((name) => ({ kind: unusedName, detail: name })),
    ];
  });
}

function isGlobal(name: string): boolean {
  return name in globalThis || ["require", "exports", "module", "arguments"].includes(name) || types.has(name);
}

/** Types of the language and of Node that stand for no value. */
const types = new Set(
  (
    "Record Readonly Partial Required Pick Omit Exclude Extract NonNullable Parameters ReturnType InstanceType Awaited " +
    "Iterable Iterator IterableIterator AsyncIterable AsyncIterator ArrayLike ReadonlyArray ReadonlyMap ReadonlySet " +
    "PromiseLike PropertyKey PropertyDescriptor PropertyDescriptorMap TemplateStringsArray BufferEncoding NodeJS FlatArray " +
    "ArrayBufferLike ArrayConstructor Capitalize ErrorConstructor ErrorOptions Generator GeneratorFunction IArguments " +
    "RegExpExecArray RequestInit"
  ).split(" "),
);

interface LooseNames {
  readonly undeclared: Set<string>;
  readonly unused: Set<string>;
}

function looseNames(texts: ReadonlyMap<string, string>): ReadonlyMap<string, LooseNames> {
  const options: ts.CompilerOptions = {
    noLib: true,
    noResolve: true,
    allowJs: true,
    checkJs: true,
    noUnusedLocals: true,
    jsx: ts.JsxEmit.React,
    jsxFactory: "h",
    jsxFragmentFactory: "a",
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
  };
  const program = ts.createProgram([...texts.keys()], options, {
    getSourceFile(path, target) {
      const text = texts.get(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, target);
    },
    getDefaultLibFileName: () => "lib.d.ts",
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (path) => texts.has(path),
    readFile: () => undefined,
    writeFile: () => undefined,
  });
  const found = new Map<string, LooseNames>();
  for (const [path, text] of texts) {
    const names: LooseNames = { undeclared: new Set(), unused: new Set() };
    found.set(path, names);
    for (const { code, start = 0, length = 0 } of program.getSemanticDiagnostics(program.getSourceFile(path))) {
      const name = text.slice(start, start + length);
      if (notFound.has(code)) names.undeclared.add(name);
      // Where nothing of a whole list is used, it is told as one.
      if (notUsed.has(code)) for (const each of name.match(/[\w$]+/g) ?? []) names.unused.add(each);
    }
  }
  return found;
}

const notFound: ReadonlySet<number> = new Set([2304, 2552, 2580, 18004]);
const notUsed: ReadonlySet<number> = new Set([6133, 6192, 6196, 6198, 6199]);

/** Comments stay, but for those in or behind a statement that goes. */
function checkComments(file: FilePlan, plan: Plan): Mistake[] {
  const source = parse(file.before, file.path);
  const loads = plan.packages
    .flatMap((one) => one.usages)
    .filter((usage) => usage.file === file.path && usage.form !== "call" && usage.form !== "reference")
    .map((usage) => {
      const start = source.getLineAndCharacterOfPosition(statementAt(source, usage.start)).line;
      return [start, source.getLineAndCharacterOfPosition(usage.end).line + 1] as const;
    });
  const marks = [...file.before.matchAll(/\bnote\d+\b/g)];
  return (
    marks
      .filter(([mark]) => !file.after.includes(mark))
      // What stands inside a statement that goes as a whole goes with it.
      .filter(
        ({ index }) =>
          !file.edits.some(
            ({ start, end, text }) =>
              (text.trim() === "" || file.before.startsWith("import", statementAt(source, index))) &&
              start <= statementAt(source, index) &&
              index < end &&
              start < index,
          ),
      )
      .filter(({ index }) => {
        const { line } = source.getLineAndCharacterOfPosition(index);
        return !loads.some(([first, last]) => first - 1 <= line && line <= last);
      })
      .map(([mark]) => ({ kind: "loses a comment", detail: mark }))
  );
}

/** Where the innermost statement around a position starts. */
function statementAt(source: ts.SourceFile, position: number): number {
  let start = position;
  const visit = (node: ts.Node): void => {
    if (position < node.pos || node.end < position) return;
    if (ts.isStatement(node) && !ts.isBlock(node)) start = node.getStart(source);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return start;
}

/** Nothing loads a package that goes. */
function checkLoads(file: FilePlan, gone: readonly string[]): Mistake[] {
  const mistakes: Mistake[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && gone.includes(node.text)) {
      const { parent } = node;
      const isLoad =
        ts.isImportDeclaration(parent) ||
        ts.isExportDeclaration(parent) ||
        ts.isExternalModuleReference(parent) ||
        (ts.isCallExpression(parent) &&
          (parent.expression.kind === ts.SyntaxKind.ImportKeyword || parent.expression.getText() === "require"));
      if (isLoad) mistakes.push({ kind: "still loads a package that goes", detail: parent.getText() });
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file.after, file.path));
  return mistakes;
}
