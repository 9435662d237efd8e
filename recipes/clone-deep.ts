import { defineRecipe } from "../src/recipe.ts";
import { kindOf } from "./families/kind-of.ts";
import { isPlainObjectMade } from "./families/plain-object.ts";
import { makeLike, shallowClone } from "./families/shallow-clone.ts";

export default defineRecipe({
  package: "clone-deep",
  versions: "4.0.1",
  replacement: "a recursive copy",
  floor: { node: "8.3.0" },
  deviations: [
    { severity: "message", note: "The TypeError for an object that is not what it calls itself reads differently." },
  ],
  exports: { default: cloneDeep },
});

function cloneDeep<Value>(value: Value, instances?: boolean | ((value: unknown) => unknown)): Value;
/** A copy of lists and plain objects in depth; other objects as they are, copied, or as a function gives them. */
function cloneDeep(value?: unknown, instances?: unknown): unknown {
  const kind = kindOf(value);
  if (kind === "array") return copyOfList(value as unknown[], instances);
  if (kind !== "object") return shallowClone(value);
  if (typeof instances === "function") return instances(value);
  if (!instances && !isPlainObjectMade(value)) return value;
  const copy = makeLike(value) as Record<string, unknown>;
  const from = value as Readonly<Record<string, unknown>>;
  for (const key in from) copy[key] = cloneDeep(from[key], instances as boolean);
  return copy;
}

function copyOfList(list: readonly unknown[], instances: unknown): unknown {
  const copy = makeLike(list, list.length) as unknown[];
  for (let at = 0; at < list.length; at += 1) copy[at] = cloneDeep(list[at], instances as boolean);
  return copy;
}
