import { defineRecipe } from "../src/recipe.ts";

type Made<T> = (new (message?: string) => T) & { super_: unknown };

type Make = (this: Error, ...args: never[]) => unknown;

/** An error that is named after its class. Older classes call it with their instance. */
const BaseError: new (message?: string) => Error = derive(function BaseError(this: Error, message?: unknown) {
  "use strict";
  if (message !== undefined) hide(this, "message", message);
  const name = this.constructor.name;
  if (name !== undefined && name !== this.name) hide(this, "name", name);
  trace(this);
}, Error);

export default defineRecipe({
  package: "make-error",
  versions: ">=1.3.5 <2",
  replacement: "a function that errors inherit from",
  floor: { node: "6.0.0", baseline: "2025-04" },
  exports: { default: makeError, BaseError },
});

function makeError(name: string): Made<Error>;
function makeError<Parent>(name: string | object, parent: Parent): Parent & { super_: unknown };
function makeError(constructor: object): Made<Error>;
/** A class of errors by its name, or a function made one: a kind of BaseError, or of the class that is given. */
function makeError(constructor: unknown, parent?: unknown): unknown {
  const base = parent === undefined || parent === null || parent === Error ? BaseError : parent;
  if (typeof base !== "function") throw new TypeError("super_ should be a function");
  if (typeof constructor === "function") return link(constructor as Make, base);
  if (typeof constructor !== "string") throw new TypeError("constructor should be either a string or a function");
  const made = function (this: Error): unknown {
    "use strict";
    return Reflect.construct(base, arguments, this.constructor);
  };
  Object.defineProperty(made, "name", { value: constructor, configurable: true });
  return link(made, base);
}

/** Makes a function a kind of another, which it tells as Node's `inherits` does. */
function link(make: Make, parent: unknown): unknown {
  const kin = make as Make & { super: unknown; super_: unknown };
  kin.super = parent;
  kin.super_ = parent;
  return derive(make, parent);
}

function derive(make: unknown, parent: unknown): new (message?: string) => Error {
  "use strict";
  const { prototype } = parent as { readonly prototype: object };
  const constructor = { value: make, configurable: true, writable: true };
  (make as { prototype: object }).prototype = Object.create(prototype, { constructor });
  return make as new (message?: string) => Error;
}

/** A property that loops over keys do not see. */
function hide(error: Error, name: string, value: unknown): void {
  Object.defineProperty(error, name, { value, configurable: true, writable: true });
}

/** Lets an error tell where it was made: what calls its class. */
function trace(error: Error): void {
  const { captureStackTrace } = Error as ErrorConstructor & {
    captureStackTrace: (error: Error, above: unknown) => void;
  };
  captureStackTrace(error, error.constructor);
}
