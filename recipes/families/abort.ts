/** Why a signal was aborted. */

/** The reason of a signal where that is an error, or an error that has it as its message. */
export function errorOf(signal: AbortSignal): unknown {
  const reason: unknown = signal.reason === undefined ? new DOMException("This operation was aborted.") : signal.reason;
  return reason instanceof Error ? reason : new DOMException(reason as string);
}
