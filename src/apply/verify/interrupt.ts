/** Ctrl-C and its kind while a project is half-way through a verification: the changes are taken back before the end. */

export interface Interrupt {
  /** The signal that came, if one did. */
  readonly signal: NodeJS.Signals | undefined;
  /** Calls `pass` for every signal from now on; a second one is passed as SIGKILL. Returns how to stop that. */
  onSignal(pass: (signal: NodeJS.Signals) => void): () => void;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs `act` with the signals caught that would end this process. */
export async function catchInterrupts<T>(act: (interrupt: Interrupt) => Promise<T>): Promise<T> {
  let caught: NodeJS.Signals | undefined;
  const listeners = new Set<(signal: NodeJS.Signals) => void>();
  const listen = (signal: NodeJS.Signals) => {
    for (const pass of listeners) pass(caught === undefined ? signal : "SIGKILL");
    caught ??= signal;
  };
  for (const signal of signals) process.on(signal, listen);
  try {
    return await act({
      get signal() {
        return caught;
      },
      onSignal(pass) {
        listeners.add(pass);
        return () => listeners.delete(pass);
      },
    });
  } finally {
    for (const signal of signals) process.off(signal, listen);
  }
}
