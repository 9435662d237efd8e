import { defineRecipe } from "../src/recipe.ts";

/** Copies the properties of a source to a target as they are, getters and hidden ones too. */
function mergeDescriptors<Target, Source>(target: Target, source: Source, overwrite: unknown = true) {
  if (!target) throw new TypeError("argument dest is required");
  if (!source) throw new TypeError("argument src is required");
  copyProperties(target, source, overwrite);
  return target as Target & Source;
}

/** Copies the properties of a source to a target as they are, getters and hidden ones too. */
function mergeAllDescriptors<Target, Source>(target: Target, source: Source, overwrite: unknown = true) {
  if (!target) throw new TypeError("The `destination` argument is required.");
  if (!source) throw new TypeError("The `source` argument is required.");
  copyProperties(target, source, overwrite);
  return target as Target & Source;
}

function copyProperties(target: unknown, source: unknown, overwrite: unknown): void {
  for (const name of Object.getOwnPropertyNames(source)) {
    if (!overwrite && Object.prototype.hasOwnProperty.call(target, name)) continue;
    Object.defineProperty(target, name, Object.getOwnPropertyDescriptor(source, name)!);
  }
}

export default defineRecipe(
  {
    package: "merge-descriptors",
    versions: "2.0.0",
    replacement: "Object.defineProperty",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: mergeAllDescriptors },
  },
  {
    package: "merge-descriptors",
    versions: ">=1.0.0 <2",
    replacement: "Object.defineProperty",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: mergeDescriptors },
  },
);
