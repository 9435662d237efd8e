/** How pnpm names a copy of a package, and what a reference to one leads to. */

/** By the version of the lockfile: "/a/1.0.0_b@2.0.0", "/a@1.0.0(b@2.0.0)", "a@1.0.0(b@2.0.0)". */
export type KeyStyle = 5 | 6 | 9;

export interface KeyParts {
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** The key without what tells copies apart. */
  readonly bare: string;
  /** The peers of this copy: "(react@18.2.0)". */
  readonly peers: string | undefined;
  readonly patched: boolean;
}

export function splitKey(key: string, style: KeyStyle): KeyParts {
  if (style === 5) return splitSlashed(key);
  const bare = key.endsWith(")") ? key.slice(0, suffixStart(key)) : key;
  const suffix = key.slice(bare.length);
  const peers = suffix.replace(/\(patch_hash=[^)]*\)/, "");
  const { name, version } = splitAt(style === 6 ? bare.replace(/^(?:[^/@]+(?=\/))?\//, "") : bare);
  return { name, version, bare, peers: peers === "" ? undefined : peers, patched: suffix !== peers };
}

function splitAt(bare: string): { readonly name: string | undefined; readonly version: string | undefined } {
  const at = bare.indexOf("@", 1);
  if (at === -1 || bare.startsWith("file:")) return { name: undefined, version: undefined };
  return { name: bare.slice(0, at), version: bare.slice(at + 1) };
}

/** "/a/1.0.0_peers", "/@s/a/1.0.0", "host/a/1.0.0". */
function splitSlashed(key: string): KeyParts {
  const match = /^[^/]*\/((?:@[^/]+\/)?[^/@]+)\/(\d[^/_]*)(?:_(.+))?$/.exec(key);
  if (match === null) return { name: undefined, version: undefined, bare: key, peers: undefined, patched: false };
  const [, name, version, peers] = match;
  return { name, version, bare: peers === undefined ? key : key.slice(0, -peers.length - 1), peers, patched: false };
}

/** Where the groups of parentheses at the end of a key begin: "a@file:x(1)" may have some in its path. */
function suffixStart(key: string): number {
  let start = key.length;
  while (key[start - 1] === ")") {
    let open = 0;
    let at = start - 1;
    for (; at >= 0; at--) {
      if (key[at] === ")") open++;
      else if (key[at] === "(" && --open === 0) break;
    }
    if (at <= 0) break;
    start = at;
  }
  return start;
}

/** The key that a reference by a name leads to; a directory is none ("link:../a"). */
export function keyOfRef(name: string, ref: string, style: KeyStyle): string | undefined {
  if (ref.startsWith("link:")) return undefined;
  if (style === 9) return isWhole(ref) ? ref : `${name}@${ref}`;
  if (ref.startsWith("file:")) return ref;
  const bare = style === 5 ? ref : ref.slice(0, suffixStart(ref));
  if (bare.includes("/")) return ref;
  return style === 5 ? `/${name}/${ref}` : `/${name}@${ref}`;
}

/** True for an alias's reference, which has the name in it: "b@1.0.0", but not "https://x/y@z" nor "1.0.0(b@1.0.0)". */
function isWhole(ref: string): boolean {
  if (ref.startsWith("@")) return true;
  const at = ref.indexOf("@");
  const colon = ref.indexOf(":");
  const bracket = ref.indexOf("(");
  return at !== -1 && (colon === -1 || at < colon) && (bracket === -1 || at < bracket);
}
