/** What is called when it is over. */
export type Callback = (this: unknown, error?: Error | null) => void;

/** What streams, requests and child processes have of each other. */
export interface Flow {
  readonly readable?: boolean;
  readonly writable?: boolean;
  readonly setHeader?: unknown;
  readonly abort?: () => void;
  readonly destroy?: () => void;
  readonly stdio?: unknown;
  readonly req?: Flow;
  readonly _readableState?: State;
  readonly _writableState?: State;
  on(event: string, listener: Callback): unknown;
  removeListener(event: string, listener: Callback): unknown;
  pipe(to: unknown): unknown;
}

interface State {
  readonly ended?: boolean;
  readonly destroyed?: boolean;
}

/** Which ends of a stream are waited for, and whether an error ends the waiting. */
export interface EndOptions {
  readable?: boolean;
  writable?: boolean;
  error?: boolean;
}

/** Calls back when a stream has ended, has failed, or was closed too early; gives a function that stops waiting for it. */
export function whenOver(stream: Flow, options: EndOptions, callback: Callback): () => void {
  const writing = stream._writableState;
  const reading = stream._readableState;
  let isReadable = options.readable || (options.readable !== false && stream.readable);
  let isWritable = options.writable || (options.writable !== false && stream.writable);
  let isOver = false;
  let isLeft = false;
  const answer = (...error: [] | [Error | null | undefined]): void => {
    if (isOver) return;
    isOver = true;
    callback.apply(stream, error as [Error]);
  };
  const onFinish = (): void => {
    isWritable = false;
    if (!isReadable) answer();
  };
  const onEnd = (): void => {
    isReadable = false;
    if (!isWritable) answer();
  };
  const onOldEnd = (): void => {
    if (!stream.writable) onFinish();
  };
  const onExit = (code: unknown): void => answer(code ? new Error(`exited with error code: ${code as number}`) : null);
  const onError = (error?: Error | null): void => answer(error);
  const onClose = (): void => {
    process.nextTick(() => {
      if (isLeft) return;
      const isCut = (state: State | undefined) => !(state && state.ended && !state.destroyed);
      if ((isReadable && isCut(reading)) || (isWritable && isCut(writing))) answer(new Error("premature close"));
    });
  };
  const onRequest = (): void => {
    (stream.req as Flow).on("finish", onFinish);
  };
  const listeners: [event: string, listener: Callback][] = [
    ["end", onEnd],
    ["finish", onFinish],
    ["error", onError],
    ["close", onClose],
  ];
  if (options.error === false) listeners.splice(2, 1);
  if (Array.isArray(stream.stdio) && stream.stdio.length === 3) listeners.unshift(["exit", onExit as Callback]);
  if (isRequest(stream)) {
    listeners.unshift(["complete", onFinish], ["abort", onClose]);
    if (!stream.req) listeners.splice(2, 0, ["request", onRequest]);
  } else if (isWritable && !writing) {
    listeners.unshift(["end", onOldEnd], ["close", onOldEnd]);
  }
  for (const [event, listener] of listeners) stream.on(event, listener);
  if (isRequest(stream) && stream.req) onRequest();

  return () => {
    isLeft = true;
    if (stream.req) stream.req.removeListener("finish", onFinish);
    for (const [event, listener] of listeners) stream.removeListener(event, listener);
  };
}

function isRequest(stream: Flow): boolean {
  return Boolean(stream.setHeader) && typeof stream.abort === "function";
}

/** A stream of a chain. */
export type Link = NodeJS.ReadableStream | NodeJS.WritableStream;
/** What is called when all are over. */
export type Over = (error?: Error) => unknown;

export function pumpAll(streams: readonly Link[], callback?: Over): Link;
export function pumpAll(first: Link, second: Link, ...others: (Link | Over | undefined)[]): Link;
/** Pipes streams into one another; when one fails or is closed too early, ends all. Calls back once. Gives the last one. */
export function pumpAll(...all: unknown[]): unknown {
  const last = all[all.length - 1];
  const callback = typeof last === "function" || !last ? (all.pop() as Callback | undefined) : undefined;
  const streams = (Array.isArray(all[0]) ? all[0] : all) as Flow[];
  if (streams.length < 2) throw new Error("pump requires two streams per minimum");
  let failure: Error | null | undefined;
  const stops = streams.map((stream, index) => {
    const isLast = index === streams.length - 1;
    return watchOver(stream, { readable: !isLast, writable: index > 0 }, (error) => {
      if (!failure) failure = error;
      if (error) stopAll();
      if (!isLast) return;
      stopAll();
      if (callback) callback(failure);
    });
  });
  const stopAll = (): void => stops.forEach((stop) => stop());
  return streams.reduce((from, to) => from.pipe(to) as Flow);
}

/** Calls back once when a stream is over; gives a function that ends it. */
function watchOver(stream: Flow, options: EndOptions, callback: (error?: Error | null) => void): () => void {
  let isClosed = false;
  let isStopped = false;
  let isTold = false;
  const answer = (error?: Error | null): void => {
    if (isTold) return;
    isTold = true;
    callback(error);
  };
  stream.on("close", () => {
    isClosed = true;
  });
  whenOver(stream, options, (error) => {
    if (!error) isClosed = true;
    answer(error);
  });
  return () => {
    if (isClosed || isStopped) return;
    isStopped = true;
    if (isRequest(stream)) (stream.abort as () => void)();
    else if (typeof stream.destroy === "function") stream.destroy();
    else answer(new Error("stream was destroyed"));
  };
}
