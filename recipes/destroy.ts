import { EventEmitter } from "node:events";
import { ReadStream } from "node:fs";
import { Stream } from "node:stream";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "destroy",
    versions: "1.2.0",
    replacement: "stream.destroy",
    floor: { node: "12.0.0" },
    exports: { default: destroySilently },
  },
  {
    package: "destroy",
    versions: "1.0.4",
    replacement: "stream.destroy",
    floor: { node: "12.0.0" },
    exports: { default: destroyNow },
  },
);

function destroySilently<T>(stream: T, suppress?: boolean): T;
/** Destroys what is a stream, and has its errors go unheard if that is asked for. Gives what it is given. */
function destroySilently(stream: unknown, suppress?: unknown): unknown {
  destroyNow(stream);
  if (suppress && stream instanceof EventEmitter) {
    stream.removeAllListeners("error");
    stream.addListener("error", () => {});
  }
  return stream;
}

function destroyNow<T>(stream: T): T;
/** Destroys what is a stream. Gives what it is given. */
function destroyNow(stream: unknown): unknown {
  if (!(stream instanceof Stream)) return stream;
  const { destroy } = stream as { destroy?: unknown };
  if (typeof destroy === "function") destroy.call(stream);
  if (stream instanceof ReadStream) stream.on("open", closeOpened);
  return stream;
}

/** A file that was still being opened when its stream was destroyed is closed. */
function closeOpened(this: ReadStream): void {
  if (typeof (this as { fd?: unknown }).fd === "number") this.close();
}
