import { defineRecipe } from "../src/recipe.ts";

/** Gives an object the name that Object.prototype.toString shows, unless it has one of its own. */
function setToStringTag(object: unknown, name?: unknown, options?: unknown): void {
  const { force, nonConfigurable } = (options || {}) as {
    readonly force?: unknown;
    readonly nonConfigurable?: unknown;
  };
  for (const option of [force, nonConfigurable]) {
    if (option !== undefined && typeof option !== "boolean")
      throw new TypeError("if provided, the `overrideIfSet` and `nonConfigurable` options must be booleans");
  }
  if (!force && Object.prototype.hasOwnProperty.call(object, Symbol.toStringTag)) return;
  const configurable = !nonConfigurable;
  Object.defineProperty(object, Symbol.toStringTag, { configurable, enumerable: false, value: name, writable: false });
}

export default defineRecipe({
  package: "es-set-tostringtag",
  versions: ">=2.0.0 <3",
  replacement: "Object.defineProperty",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: setToStringTag },
});
