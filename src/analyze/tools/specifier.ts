const NAME = /^(?:@[\w.~-]+\/)?[\w.~-]+$/;

/**
 * The packages a piece of text can name, read as a specifier ("lodash/get"), a path through node_modules, a webpack
 * chain ("style-loader!css-loader?modules"), a stylesheet's "~name", or a name with a version ("name@1").
 */
export function packagesIn(value: string): string[] {
  if (value.length > 2000) return [];
  if (value.includes("node_modules/") || value.includes("node_modules\\")) return pathPackages(value);
  const found: string[] = [];
  for (const part of value.split("!")) {
    const root = packageRoot(specifierOf(part));
    if (root !== undefined) found.push(root);
  }
  return found;
}

/** Without what tools write before and behind a specifier: "module:x", "pkg:x", "import=x", "x?inline", "@scope/x:build". */
function specifierOf(part: string): string {
  return part
    .replace(/^(?:module:|npm:|pkg:|~|(?:--)?(?:import|require|loader|experimental-loader)=)/, "")
    .replace(/\?.*$/, "")
    .replace(/^(@[\w.~-]+\/[\w.~-]+):[\w.:-]+$/, "$1");
}

/** "lodash/get" → "lodash", "@scope/name/sub" → "@scope/name"; undefined for paths, addresses and what is no name. */
export function packageRoot(specifier: string): string | undefined {
  const [first = "", second = ""] = specifier.split("/");
  const name = specifier.startsWith("@") ? `${first}/${second}` : first;
  const version = name.indexOf("@", 1);
  const bare = version > 0 ? name.slice(0, version) : name;
  return NAME.test(bare) && !bare.startsWith(".") ? bare : undefined;
}

function pathPackages(value: string): string[] {
  const found: string[] = [];
  for (const match of value.matchAll(/node_modules[/\\]((?:@[\w.~-]+[/\\])?[\w~-][\w.~-]*)/g)) {
    found.push(match[1]!.replace("\\", "/"));
  }
  return found;
}

/** The command of a path through `node_modules/.bin`; undefined for anything else. */
export function binOfPath(value: string): string | undefined {
  return /node_modules[/\\]\.bin[/\\]([\w.-]+?)(?:\.cmd)?$/.exec(value)?.[1];
}

/** The package types of `name` come in: "@types/node", "@types/babel__core" for "@babel/core". */
export function typesPackage(name: string): string {
  return `@types/${name.startsWith("@") ? name.slice(1).replace("/", "__") : name}`;
}

/** The package a types package is about; undefined when it is none. */
export function typedPackage(name: string): string | undefined {
  if (!name.startsWith("@types/")) return undefined;
  const bare = name.slice("@types/".length);
  return bare.includes("__") ? `@${bare.replace("__", "/")}` : bare;
}
