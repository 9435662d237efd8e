import { defineRecipe } from "../src/recipe.ts";

/** An error that is named after its class. Older classes call it with their instance. */
const ExtendableError: new (message?: string) => Error = derive(function ExtendableError(this: Error, message = "") {
  if (!(this instanceof ExtendableError)) throw new TypeError("Cannot call a class as a function");
  Error.call(this, message);
  hide(this, "message", message);
  hide(this, "name", this.constructor.name);
  trace(this);
});

export default defineRecipe({
  package: "es6-error",
  versions: ">=4 <5",
  replacement: "a function that errors inherit from",
  floor: { node: "6.0.0", baseline: "2025-04" },
  exports: { default: ExtendableError },
});

function derive(make: (this: Error, message?: string) => void): new (message?: string) => Error {
  const constructor = { value: make, configurable: true, writable: true };
  make.prototype = Object.create(Error.prototype, { constructor });
  return Object.setPrototypeOf(make, Error) as new (message?: string) => Error;
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
