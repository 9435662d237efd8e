/** Where the streams of readable-stream, and of what is made of them, differ from Node's own. */
import type { Deviation } from "../../src/recipe.ts";

export const room: Deviation = {
  severity: "observable",
  note: "From Node 22 on a stream has room for 64 KiB where it is not told, not for 16.",
};
export const apart: Deviation = {
  severity: "observable",
  note: "From Node 26 on read() without a size, and a loop, take one chunk at a time, not joined what has come.",
};
export const errors: Deviation = {
  severity: "observable",
  note: "Errors that streams make themselves are of other classes, or have other codes and texts, and a callback of a write can be told null where it was told nothing.",
};
export const untold: Deviation = {
  severity: "observable",
  note: "In object mode the functions of a stream can be told no encoding.",
};
export const order: Deviation = {
  severity: "observable",
  note: "What does not wait for each other can come in another order: of two failures at once another one may be told, and what still waits in a stream that is destroyed hears of it or not.",
};
export const destroyed: Deviation = {
  severity: "observable",
  note: "A stream destroys itself once it is over or has failed, unless autoDestroy is false: it is closed then, and neither takes nor gives what comes after.",
};
export const pressure: Deviation = {
  severity: "observable",
  note: "Where a Transform has no room left, what is written to it is acknowledged only when something is taken out of it.",
};
export const looped: Deviation = {
  severity: "observable",
  note: "A stream can be read in a loop, and read() can give joined what was written apart.",
};
export const thrown: Deviation = {
  severity: "observable",
  note: "Where something is written that is no text, no bytes and not null, outside of object mode, write() throws what was an error of the stream.",
};
export const paused: Deviation = {
  severity: "observable",
  note: "A stream that is resumed and paused again in one turn stays paused, even where all of it has come.",
};
