import type { ShownDeviation } from "./settings.ts";

function revokedProxy(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function isRevoked(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  try {
    Object.getPrototypeOf(value);
    return false;
  } catch {
    return true;
  }
}

/** The deviation of tests of kind that ask the engine what an object is, where the package looks at its properties. */
export const askedOfTheEngine: ShownDeviation = {
  note: "A revoked proxy is answered with false, where the package throws.",
  example: () => [revokedProxy()],
  covers: ([value]) => isRevoked(value),
};
