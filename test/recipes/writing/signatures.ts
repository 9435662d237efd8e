import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ts } from "../../../src/typescript.ts";
import { type Original, loadOriginal, root } from "../proof/originals.ts";

/** One function a package exports: its parameters as its own types say, or as many as it has, of any type. */
export interface Signature {
  readonly export: string;
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly isOptional: boolean }[];
}

/** The functions an installed package exports; what it hands out under two names is told once. */
export async function signaturesOf(original: Original): Promise<Signature[]> {
  const loaded = await loadOriginal(original, undefined, "default");
  const seen = new Set<unknown>();
  const functions = Object.entries(loaded).filter(([, value]) => typeof value === "function" && isNew(value, seen));
  const typed = typedExports(path.join(root, "test", "originals", "node_modules", original.alias));
  return functions.map(([name, value]) => {
    const parameters = typed.get(name) ?? untyped((value as { readonly length: number }).length);
    return { export: name, parameters };
  });
}

function isNew(value: unknown, seen: Set<unknown>): boolean {
  if (seen.has(value)) return false;
  seen.add(value);
  return true;
}

function untyped(count: number): Signature["parameters"] {
  return Array.from({ length: count }, (_, index) => ({
    name: `value${index + 1}`,
    type: "unknown",
    isOptional: false,
  }));
}

function typedExports(folder: string): ReadonlyMap<string, Signature["parameters"]> {
  const found = new Map<string, Signature["parameters"]>();
  const file = declarationsOf(folder);
  if (file === undefined) return found;
  const program = ts.createProgram([file], { noLib: true, module: ts.ModuleKind.NodeNext });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) return found;
  const whole = module.exports?.get(ts.InternalSymbolName.ExportEquals);
  const exported = [...checker.getExportsOfModule(module), ...(whole === undefined ? [] : [whole])];
  for (const symbol of exported) {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const [signature] = checker.getTypeOfSymbol(target).getCallSignatures();
    if (signature !== undefined) found.set(symbol === whole ? "default" : symbol.name, parametersOf(signature));
  }
  return found;
}

function parametersOf(signature: ts.Signature): Signature["parameters"] {
  return signature.parameters.map((symbol) => {
    const declared = symbol.valueDeclaration;
    const type = declared && ts.isParameter(declared) ? (declared.type?.getText() ?? "unknown") : "unknown";
    const isOptional = declared !== undefined && ts.isParameter(declared) && declared.questionToken !== undefined;
    return { name: symbol.name, type: isKnown(type) ? type : "unknown", isOptional };
  });
}

/** Types that a recipe can have as a precondition without declaring anything. */
function isKnown(type: string): boolean {
  return /^(?:readonly )?(?:string|number|boolean|unknown)(?:\[\])?$/.test(type);
}

function declarationsOf(folder: string): string | undefined {
  const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    readonly types?: string;
    readonly typings?: string;
  };
  const names = [manifest.types, manifest.typings, "index.d.ts"].filter((name) => name !== undefined);
  const files = names.flatMap((name) => [path.join(folder, name), path.join(folder, `${name}.d.ts`)]);
  return files.find((file) => file.endsWith(".d.ts") && existsSync(file));
}
