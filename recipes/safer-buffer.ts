import { Buffer } from "node:buffer";
import { defineRecipe, type MemberRewrite, type MemberUse } from "../src/recipe.ts";

// The package's Buffer is an object with the functions of Node's, less those that give memory as it was.
export default defineRecipe({
  package: "safer-buffer",
  versions: ">=2 <3",
  replacement: "Buffer of node:buffer",
  floor: { node: "5.10.0" },
  exports: {},
  require: "namespace",
  rewrite: takeFunction,
});

const kept: Readonly<Record<string, unknown>> = {
  alloc: Buffer.alloc,
  byteLength: Buffer.byteLength,
  compare: Buffer.compare,
  concat: Buffer.concat,
  from: Buffer.from,
  isBuffer: Buffer.isBuffer,
  isEncoding: Buffer.isEncoding,
};

/** A call of a function that both have is a call of Node's. */
function takeFunction({ export: name, members }: MemberUse): MemberRewrite {
  const [buffer, method, ...rest] = name === "default" ? members : [name, ...members];
  if (buffer !== "Buffer") return undefined;
  if (method === undefined) return { refuse: "its Buffer is handed on, which is no class and lacks allocUnsafe" };
  if (rest.length === 0 && Object.keys(kept).includes(method)) return { functions: [`Buffer.${method}`] };
  return { refuse: `its Buffer.${method} is not one of the functions that are the same in Node` };
}
