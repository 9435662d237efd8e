import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ts } from "../src/typescript.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What each stage may import besides itself, and why. Nothing else, so that the flow goes one way. */
const allowed: Record<string, Record<string, string>> = {
  "recipe.ts": { "refinements.ts": "the types of parameters are part of a recipe" },
  "refinements.ts": {},
  "errors.ts": {},
  "steps.ts": {},
  "typescript.ts": {},
  project: {
    "steps.ts": "whoever waits is told what is being read",
    "recipe.ts": "a project promises a floor in the words of a recipe",
    "errors.ts": "what cannot be read stops the run",
  },
  catalog: {
    project: "a project's own recipes are named in its settings, and read as it is",
    "recipe.ts": "the catalogue is made of recipes",
    "errors.ts": "a broken recipe stops the run",
    "typescript.ts": "recipes are read by their syntax",
  },
  analyze: {
    "steps.ts": "whoever waits is told what is being judged",
    project: "usages are looked for in what was read of the project",
    catalog: "a verdict depends on what the recipe can replace",
    "recipe.ts": "deviations and floors are named as recipes name them",
    "errors.ts": "what cannot be judged stops the run",
    "typescript.ts": "usages are read by syntax and types",
  },
  rewrite: {
    "steps.ts": "whoever waits is told that texts are being rewritten",
    project: "a plan changes the texts of the project",
    catalog: "replacements are built from the recipes' syntax",
    analyze: "a plan carries out the verdicts on usages",
    "recipe.ts": "a plan names deviations as recipes name them",
    "errors.ts": "a plan that cannot be made stops the run",
    "typescript.ts": "what replaces a usage is made of syntax",
  },
  apply: {
    "steps.ts": "whoever waits is told what is being proved and written",
    project: "what is written goes back where it was read",
    catalog: "packages put back are planned again from their recipes",
    analyze: "what still needs a package decides what leaves a manifest",
    rewrite: "a plan is what gets written",
    budget: "an update of the budget is written like any other file",
    audit: "what an audit mends is written like any other change",
    "recipe.ts": "a receipt names deviations as recipes name them",
    "errors.ts": "a conflict or a lack of permission stops the run",
    "typescript.ts": "what was rewritten is type checked",
  },
  budget: {
    project: "a budget is checked against the graph and the manifests alone",
    "errors.ts": "limits that are not numbers stop the run",
  },
  audit: {
    "steps.ts": "whoever waits is told how many checks are left",
    project: "what the files say is asked of the project as read",
    analyze: "command lines, configurations and installed code are read as they are for usages",
    "typescript.ts": "installed code is read by its syntax",
  },
  report: {
    "steps.ts": "steps get their words, and their times a table",
    project: "problems, floors and kinds get their words",
    analyze: "an analysis is reported",
    rewrite: "a plan is reported",
    apply: "a receipt is reported",
    budget: "a budget is reported",
    audit: "an audit is reported",
    "recipe.ts": "deviations are reported",
    "errors.ts": "errors are reported",
  },
  "index.ts": {
    project: "a caller reads a project first",
    catalog: "a caller hands in a catalogue",
    analyze: "analyze is public",
    rewrite: "plan is public",
    apply: "apply and undo are public",
    budget: "checkBudget is public",
    audit: "audit is public",
    report: "the reports are public",
    "recipe.ts": "defineRecipe is public",
    "errors.ts": "a caller tells our errors from others",
  },
  cli: {
    "steps.ts": "a command shows how far it is",
    project: "a command reads the project",
    catalog: "a command hands in the catalogue",
    analyze: "a command calls the stage",
    rewrite: "a command calls the stage",
    apply: "a command calls the stage",
    budget: "a command calls the stage",
    audit: "a command calls the stage",
    report: "a command prints the result",
    "errors.ts": "an error is printed as one line",
  },
};

/** Who may touch the disk through node:fs, and why. */
const diskUsers: Record<string, string> = {
  "src/project/": "the only reader of a project",
  "src/apply/": "the only writer",
  "src/catalog/read.ts": "reads the tool's own recipes, which are no part of a project",
  "src/report/page/program.ts": "reads the page's own program, which is no part of a project",
};

const sources = [...listSources("src"), ...listSources("recipes")];

function listSources(folder: string): { path: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(root, folder, path))
    .map((path) => ({ path: relative(root, path).replaceAll("\\", "/"), text: readFileSync(path, "utf8") }));
}

/** Specifiers of every import, re-export and dynamic import. */
function listImports(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

function stageOf(path: string): string {
  return path.split("/")[1] ?? "";
}

test("imports between the stages go one way", () => {
  for (const { path, text } of sources) {
    if (!path.startsWith("src/")) continue;
    for (const specifier of listImports(text).filter((name) => name.startsWith("."))) {
      const target = posix.join(posix.dirname(path), specifier);
      assert.ok(target.startsWith("src/"), `${path} imports ${specifier}, which is outside src`);
      const [from, to] = [stageOf(path), stageOf(target)];
      assert.ok(
        from === to || allowed[from]?.[to] !== undefined,
        `${path} imports ${target}: ${from} must not know ${to}`,
      );
    }
  }
});

test("the compiler is loaded in one place, which requires it", () => {
  const loaders = sources.filter(({ text }) => listImports(text).some((name) => name.includes("ts-morph")));
  assert.deepEqual(
    loaders.map(({ path }) => path),
    ["src/typescript.ts"],
  );
  for (const { text } of loaders) assert.doesNotMatch(text, /\bfrom "/);
});

test("a stage may be imported by those after it only, with a sentence each", () => {
  const order = ["project", "catalog", "analyze", "rewrite", "apply"];
  for (const [index, stage] of order.entries()) {
    for (const later of order.slice(index + 1)) assert.equal(allowed[stage]?.[later], undefined, `${stage} → ${later}`);
  }
  for (const reason of Object.values(allowed).flatMap((row) => Object.values(row)))
    assert.match(reason, /^[a-z].+ .+[^.]$/);
});

test("only project/ reads the disk and only apply/ writes it", () => {
  for (const { path, text } of sources.filter(({ path: name }) => name.startsWith("src/"))) {
    const touches = listImports(text).some((name) => /^(node:)?fs(\/promises)?$/.test(name));
    const mayTouch = Object.keys(diskUsers).some((prefix) => path.startsWith(prefix));
    assert.ok(!touches || mayTouch, `${path} imports node:fs`);
    const writes =
      /\b(write|append|rm|unlink|rename|mkdir|rmdir|copy|cp|link|symlink|chmod|chown|truncate|utimes)(File|dir|link)?(Sync)?\b/;
    if (touches && !path.startsWith("src/apply/")) {
      const names = [...text.matchAll(/import\s*\{([^}]*)\}\s*from\s*"(?:node:)?fs(?:\/promises)?"/g)].map(
        ([, list]) => list ?? "",
      );
      assert.ok(names.length > 0, `${path} imports more of node:fs than it names`);
      assert.doesNotMatch(names.join(), writes, `${path} writes`);
    }
  }
});

test("only apply/ starts another program", () => {
  for (const { path, text } of sources.filter(
    ({ path: name }) => name.startsWith("src/") && !name.startsWith("src/apply/"),
  )) {
    assert.doesNotMatch(
      listImports(text).join("\n"),
      /child_process|worker_threads|^(node:)?vm$|^(node:)?(net|http|https|http2|dns|tls)$/m,
      path,
    );
  }
});

test("only an online audit asks the network", () => {
  const asking = sources.filter(({ path, text }) => {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const asks = (node: ts.Node): boolean =>
      ((ts.isCallExpression(node) || ts.isNewExpression(node)) &&
        /^(?:globalThis\.)?(?:fetch|XMLHttpRequest|WebSocket|EventSource)$/.test(node.expression.getText(source))) ||
      (ts.forEachChild(node, asks) ?? false);
    return path.startsWith("src/") && /fetch|XMLHttpRequest|WebSocket|EventSource/.test(text) && asks(source);
  });
  assert.deepEqual(
    asking.map(({ path }) => path),
    ["src/audit/online/ask.ts"],
  );
});

test("a recipe imports the recipe module, modules of its family and built-ins, nothing else", () => {
  for (const { path, text } of sources.filter(({ path: name }) => name.startsWith("recipes/"))) {
    for (const specifier of listImports(text)) {
      const target = specifier.startsWith(".") ? posix.join(dirname(path), specifier) : specifier;
      const isAllowed = target === "src/recipe.ts" || target.startsWith("recipes/families/");
      assert.ok(isAllowed || target.startsWith("node:"), `${path} imports ${specifier}`);
    }
  }
});

test("no source is longer than 250 lines", () => {
  const long = sources
    .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
    .filter(({ lines }) => lines > 250);
  assert.deepEqual(long, []);
});

test("no folder is named for nothing in particular", () => {
  for (const { path } of sources) assert.doesNotMatch(path, /\/(utils?|helpers|common|misc|lib)\//);
});

test("any, enums, double assertions, silenced errors and classes other than errors are not used", () => {
  for (const { path, text } of sources) {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const found: string[] = [...text.matchAll(/^.*\/[/*]\s*@ts-(?:ignore|nocheck|expect-error)/gm)].map(
      ([line]) => line,
    );
    const visit = (node: ts.Node): void => {
      if (isForbidden(node, path)) found.push(node.getText(source).slice(0, 80));
      ts.forEachChild(node, visit);
    };
    visit(source);
    assert.deepEqual(found, [], path);
  }
});

function isForbidden(node: ts.Node, path: string): boolean {
  if (ts.isEnumDeclaration(node)) return true;
  // The class of an error that a package exports is part of what its recipe replaces.
  const isError = ts.isClassLike(node) && node.heritageClauses?.some((each) => each.getText() === "extends Error");
  if (ts.isClassLike(node)) return path !== "src/errors.ts" && !(path.startsWith("recipes/") && isError);
  if (!ts.isAsExpression(node)) return false;
  return node.type.kind === ts.SyntaxKind.AnyKeyword || ts.isAsExpression(node.expression);
}
