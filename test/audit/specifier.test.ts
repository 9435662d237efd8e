import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sourceOf, type Source } from "../../src/audit/specifier.ts";

const commit = "0123456789abcdef0123456789abcdef01234567";
const registry: Source = { kind: "registry" };
const path: Source = { kind: "path" };
const git = (ref = ""): Source => ({ kind: "git", ref });
const url: Source = { kind: "url", encrypted: true };

const cases: Readonly<Record<string, Source>> = {
  // Ranges and tags, with letters that mean something elsewhere.
  "^1.0.0": registry,
  "": registry,
  "*": registry,
  "~1.2": registry,
  latest: registry,
  "next.git": registry,
  "1.0.0-rc.git": registry,
  ">=2.0.0-github.1 <3.0.0-https.0": registry,
  "1.x || 2.0.0-file.3": registry,
  "1.0.0+git": registry,
  "npm:b@^1.0.0": registry,
  "npm:@scope/b@1.0.0-rc.git": registry,
  "jsr:^1.0.0": registry,
  "workspace:*": { kind: "workspace" },
  "workspace:packages/a": { kind: "workspace" },
  "catalog:": { kind: "catalog" },
  // Git, by its protocols, hosts and short forms.
  "git+https://host.example/a.git": git(),
  [`git+https://host.example/a.git#${commit}`]: git(commit),
  "git+ssh://git@host.example:22/owner/a#v1": git("v1"),
  "git://host.example/a": git(),
  "ssh://git@host.example/owner/a": git(),
  "git@host.example:owner/a.git#main": git("main"),
  "github:owner/a#semver:^1.0.0": git("semver:^1.0.0"),
  "gitlab:owner/group/a": git(),
  "bitbucket:owner/a": git(),
  "gist:0123abc": git(),
  "owner/a": git(),
  "owner/a.js#feature/b": git("feature/b"),
  "https://host.example/a.git#main": git("main"),
  "https://github.com/owner/a": git(),
  "https://github.com/owner/a/tree/main": git("main"),
  [`https://host.example/a.git#commit=${commit}`]: git(commit),
  [`https://host.example/a.git#workspace=b&commit=${commit}`]: git(commit),
  "github:owner/a#path:/packages/b": git(),
  "github:owner/a#main&path:/packages/b": git("main"),
  // URLs.
  "https://host.example/a.tgz": url,
  "https://host.example/a.git.tgz": url,
  "https://github.com/owner/a/archive/main.tar.gz": url,
  "https://host.example/a.tgz#x.git": url,
  "http://host.example/a.tgz": { kind: "url", encrypted: false },
  "HTTP://host.example/a.tgz": { kind: "url", encrypted: false },
  // Paths.
  "file:../a": path,
  "file:a.git": path,
  "link:../a": path,
  "portal:../a": path,
  "../a": path,
  "./a.tgz": path,
  "..": path,
  "~/a": path,
  "/srv/a": path,
  "C:\\a": path,
  // A patch is of what it patches.
  "patch:a@npm%3A1.0.0#./a.patch": registry,
  "patch:@s/a@npm:1.0.0#./a.patch": registry,
  "patch:a@https%3A//host.example/a.tgz#./a.patch": url,
};

describe("where a specifier asks for a package", () => {
  for (const [specifier, source] of Object.entries(cases))
    it(`${JSON.stringify(specifier)}: ${Object.values(source).join(" ")}`, () =>
      assert.deepEqual(sourceOf(specifier), source));
});
