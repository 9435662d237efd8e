/** What a dependency is asked for by, read for where the package comes from. */

export type Source =
  | { readonly kind: "registry" | "path" | "workspace" | "catalog" }
  /** `ref` is "" where it names none: the default branch. */
  | { readonly kind: "git"; readonly ref: string }
  | { readonly kind: "url"; readonly encrypted: boolean };

/** Hosts whose pages of a repository package managers clone. */
const forges: ReadonlySet<string> = new Set(["github.com", "www.github.com", "gitlab.com", "bitbucket.org"]);

/** Where a range, a tag or an address asks for a package, as the package managers read it. */
export function sourceOf(specifier: string): Source {
  const text = specifier.trim();
  const protocol = /^([a-z][a-z+]*):/i.exec(text)?.[1]?.toLowerCase();
  switch (protocol) {
    case "npm":
    case "jsr":
      return { kind: "registry" };
    case "workspace":
    case "catalog":
      return { kind: protocol };
    case "file":
    case "link":
    case "portal":
      return { kind: "path" };
    case "patch":
      return sourceOf(patched(text));
    case "git":
    case "ssh":
    case "github":
    case "gitlab":
    case "bitbucket":
    case "gist":
      return fromGit(text);
    case "http":
    case "https":
      return isRepository(text) ? fromGit(text) : { kind: "url", encrypted: protocol === "https" };
  }
  if (protocol?.startsWith("git+") === true) return fromGit(text);
  // "./a", "../a", "~/a", "/a" and "C:\a"; "~1.2" is a range.
  if (/^(?:\.{1,2}(?:[/\\]|$)|~?[/\\]|[a-z]:[/\\])/i.test(text)) return { kind: "path" };
  return isShorthand(text) || isScp(text) ? fromGit(text) : { kind: "registry" };
}

/** "owner/repository", with what stands behind a "#". A range may hold letters, and no slash. */
function isShorthand(text: string): boolean {
  return /^[\w-][\w.-]*\/[\w.-]+(?:#.*)?$/.test(text);
}

/** "git@host.example:owner/repository". */
function isScp(text: string): boolean {
  return /^[^@\s/]+@[^:/\s]+:[^\s]+$/.test(text);
}

function isRepository(text: string): boolean {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address === undefined) return false;
  if (address.pathname.endsWith(".git")) return true;
  return forges.has(address.hostname) && /^\/[^/]+\/[^/]+(?:\/|\/tree\/.+)?$/.test(address.pathname);
}

/** The commit, branch or tag behind the "#": "main", "commit=…", "semver:^1", with "&path:/a" beside it or not. */
function fromGit(text: string): Source {
  const [address = "", ...rest] = text.split("#");
  const tree = /^https?:.*\/tree\/(.+)$/.exec(address)?.[1];
  const parts = rest.join("#").split("&");
  const named = parts.find((part) => !/^(?:path|workspace|cwd)[:=]/.test(part) && part !== "") ?? tree ?? "";
  return { kind: "git", ref: named.replace(/^commit[:=]/, "") };
}

/** "npm:1.0.0" for yarn's "patch:a@npm%3A1.0.0#./a.patch". */
function patched(text: string): string {
  const inner = /^patch:(?:@[^/@]+\/)?[^/@]+@([^#]*)/i.exec(text)?.[1] ?? "";
  return inner.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
