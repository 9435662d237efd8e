/** Variables of a module that rewire, or its plugin for Babel, sets by their names: those have to stay what they are. */
import { ts } from "../../typescript.ts";
import type { Project } from "../../project/project.ts";
import { heldNames } from "./read.ts";
import type { Site } from "./site.ts";

/** Methods of rewire, and functions that its plugin for Babel adds to a module's exports. */
const setter = /^__(?:set|get|with|[rR]ewire|GetDependency|ResetDependency|RewireAPI)(?:__)?$/;

/** The variables that sources set in other modules by their names, each with a file that does. */
export function findRewired(project: Project): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const isListed = project.manifests.some(({ dependencies }) => dependencies.some(({ name }) => /rewire/.test(name)));
  if (!isListed) return found;
  for (const { path } of project.sources) {
    const read = project.disk.read(path);
    if (!("text" in read) || !/__(?:set|get|with|Rewire)/.test(read.text)) continue;
    const source = ts.createSourceFile(path, read.text, ts.ScriptTarget.ESNext);
    for (const name of namesSet(source)) found.set(name, path);
  }
  return found;
}

/** A site one of whose names is set from outside is refused. */
export function guardRewired(site: Site, rewired: ReadonlyMap<string, string>): Site {
  if (rewired.size === 0 || site.refused !== undefined) return site;
  const name = heldNames(site).find((one) => rewired.has(one));
  return name === undefined
    ? site
    : { ...site, refused: `${name} is set from outside by its name, in ${rewired.get(name)}` };
}

function namesSet(source: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isSetter(node.expression)) {
      const [first] = node.arguments;
      const isPlain = first !== undefined && (ts.isStringLiteralLike(first) || ts.isObjectLiteralExpression(first));
      // What a variable holds, or a text is put together of, is among the names that the file writes out.
      if (first !== undefined) addNames(isPlain ? first : source, names);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

function isSetter(callee: ts.Expression): boolean {
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  return ts.isIdentifier(name) && setter.test(name.text);
}

function addNames(within: ts.Node, names: Set<string>): void {
  const visit = (node: ts.Node): void => {
    // A text may be a path: `fs.readFile` sets a member of the variable.
    if (ts.isStringLiteralLike(node)) names.add(node.text.split(/[.[]/)[0] ?? "");
    else if (ts.isObjectLiteralElementLike(node) && node.name !== undefined && ts.isIdentifier(node.name))
      names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(within);
}
