/** What a stream is told by: its methods and the states it keeps. */
export interface Streamlike {
  readonly pipe?: unknown;
  readonly writable?: unknown;
  readonly readable?: unknown;
  readonly _transform?: unknown;
}

/** Tells whether a value has the pipe method of a stream. */
export function isPiped(stream: unknown): stream is Streamlike {
  return typeof stream === "object" && stream !== null && typeof (stream as Streamlike).pipe === "function";
}

/** Tells whether a stream has the inner method, and the state that goes with it, of a kind of streams. */
export function isOfKind(stream: Streamlike, method: string, state: string): boolean {
  const { [method]: run, [state]: kept } = stream as Readonly<Record<string, unknown>>;
  return typeof run === "function" && typeof kept === "object";
}
