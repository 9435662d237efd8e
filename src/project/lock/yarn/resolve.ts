/** Which entries of a yarn.lock answer what a package asks for. */
import type { RawManifest } from "../../manifest.ts";
import type { YarnEntry, YarnLock } from "./lock.ts";
import { berryResolver } from "./resolve-berry.ts";
import { classicResolver } from "./resolve-classic.ts";
import { readResolutions } from "./resolutions.ts";
import type { YarnSettings } from "./settings.ts";

/** Who asks: a package by its name and its reference ("npm:1.0.0", "workspace:packages/a"). */
export interface Asker {
  readonly name: string;
  readonly reference: string;
}

export type Answer =
  /** `descriptors` are the lock's keys that the ask needs: what answers it first, then what that one is made from. */
  | { readonly kind: "entry"; readonly entry: YarnEntry; readonly descriptors: readonly string[] }
  | { readonly kind: "workspace"; readonly directory: string; readonly descriptors: readonly string[] }
  | { readonly kind: "none" };

export type Resolve = (asker: Asker, need: { readonly name: string; readonly range: string }) => Answer;

/** The way a project's asks are answered. `manifests` has the root's first: its resolutions count. */
export function resolverOf(lock: YarnLock, manifests: readonly RawManifest[], settings: YarnSettings): Resolve {
  return lock.dialect === "classic"
    ? classicResolver(lock, manifests)
    : berryResolver(lock, readResolutions(manifests[0]?.json ?? {}), settings);
}
