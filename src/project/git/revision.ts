/** From what a person calls a commit to its hash. */
import { join } from "node:path";
import { ShrinkdepsError } from "../../errors.ts";
import type { ObjectReader } from "./objects.ts";
import { textOf, type Repository } from "./repository.ts";

/**
 * The hash of the commit a revision names: a hash, whole or begun, a branch, a tag, "origin/main" or HEAD, and from there
 * back with "~2" or "^". Throws a ShrinkdepsError with what to do when it is not there.
 */
export function findCommit(repository: Repository, objects: ObjectReader, revision: string): string {
  // What a name stands for is peeled to a commit anyway.
  const parts = /^([^~^]+)((?:[~^]\d*)*)$/.exec(revision.replaceAll("^{commit}", ""));
  const [, name, steps = ""] = parts ?? [];
  if (name === undefined) throw notUnderstood(revision);
  let commit = peel(repository, objects, revision, findName(repository, objects, name, revision));
  for (const [step] of steps.matchAll(/[~^]\d*/g)) commit = stepBack(repository, objects, revision, commit, step);
  return commit;
}

function stepBack(
  repository: Repository,
  objects: ObjectReader,
  revision: string,
  commit: string,
  step: string,
): string {
  const count = step.length === 1 ? 1 : Number(step.slice(1));
  if (step.startsWith("^")) return count === 0 ? commit : parentOf(repository, objects, revision, commit, count);
  let at = commit;
  for (let back = 0; back < count; back++) at = parentOf(repository, objects, revision, at, 1);
  return at;
}

function parentOf(
  repository: Repository,
  objects: ObjectReader,
  revision: string,
  commit: string,
  number: number,
): string {
  const content = objects.read(commit)?.content.toString("utf8") ?? "";
  const header = content.slice(0, content.indexOf("\n\n"));
  const parent = [...header.matchAll(/^parent ([0-9a-f]+)$/gm)][number - 1]?.[1];
  if (parent === undefined || objects.read(parent) === undefined) throw missing(repository, revision);
  return parent;
}

/** The commit itself, or the one a tag is about. */
function peel(repository: Repository, objects: ObjectReader, revision: string, hash: string): string {
  for (let at = hash; ;) {
    const object = objects.read(at);
    if (object === undefined) throw missing(repository, revision);
    if (object.type === "commit") return at;
    const next = object.type === "tag" ? /^object ([0-9a-f]+)$/m.exec(object.content.toString("utf8"))?.[1] : undefined;
    if (next === undefined)
      throw new ShrinkdepsError("usage", `${JSON.stringify(revision)} is a ${object.type}, not a commit`);
    at = next;
  }
}

function findName(repository: Repository, objects: ObjectReader, name: string, revision: string): string {
  const isHash = /^[0-9a-f]+$/i.test(name);
  const digits = repository.hash.bytes * 2;
  if (isHash && name.length === digits) return name.toLowerCase();
  if (/[\0-\x20\x7f:?*[\\]|\.\.|@\{|^[-/.]|\/$|\.lock$/.test(name)) throw notUnderstood(revision);
  if (!repository.hasFileRefs) {
    const hint = "name the commit by its whole hash";
    if (!isHash)
      throw new ShrinkdepsError("usage", "the refs of this repository are kept in a form that is not read", { hint });
  }
  const wanted = name === "@" ? "HEAD" : name;
  const places = ["", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/"].map((place) => place + wanted);
  for (const place of [...places, `refs/remotes/${wanted}/HEAD`]) {
    const hash = readRef(repository, place, 0);
    if (hash !== undefined) return hash;
  }
  const begun = isHash && name.length >= 4 ? objects.complete(name.toLowerCase()) : [];
  const commits = begun.filter((hash) => ["commit", "tag"].includes(objects.read(hash)?.type ?? ""));
  if (commits.length > 1) {
    throw new ShrinkdepsError("usage", `${JSON.stringify(name)} begins the hashes of ${commits.length} commits`, {
      hint: "write more of it",
    });
  }
  if (commits[0] === undefined) throw missing(repository, revision);
  return commits[0];
}

const deepestLink = 5;

/** The hash a ref holds, links followed; files count before the packed list. */
function readRef(repository: Repository, name: string, depth: number): string | undefined {
  if (depth > deepestLink) return undefined;
  const directories = [repository.gitDirectory, repository.commonDirectory];
  // Only HEAD and its like stand outside refs/; "config" and "index" are no refs.
  if (!name.startsWith("refs/") && !/^[A-Z_]+$/.test(name)) return undefined;
  const text = directories
    .map((directory) => textOf(join(directory, name)))
    .find((found) => found !== undefined)
    ?.trim();
  if (text === undefined) return readPackedRef(repository, name);
  const link = /^ref: (refs\/\S+)$/.exec(text)?.[1];
  if (link !== undefined && !link.includes("..")) return readRef(repository, link, depth + 1);
  return /^[0-9a-f]{40,64}(?=\s|$)/.exec(text)?.[0];
}

function readPackedRef({ commonDirectory }: Repository, name: string): string | undefined {
  const lines = (textOf(join(commonDirectory, "packed-refs")) ?? "").split("\n");
  return lines.find((line) => line.trimEnd().endsWith(` ${name}`) && !/^[#^]/.test(line))?.split(" ")[0];
}

function missing({ isShallow }: Repository, revision: string): ShrinkdepsError {
  const deep =
    "fetch it first: fetch-depth: 0 for actions/checkout, GIT_DEPTH: 0 for GitLab, git fetch --unshallow elsewhere";
  const hint = isShallow ? deep : "see git branch --all, or run git fetch";
  const where = isShallow ? "this clone, whose history was cut off" : "this repository";
  return new ShrinkdepsError("usage", `the commit ${JSON.stringify(revision)} is not in ${where}`, { hint });
}

function notUnderstood(revision: string): ShrinkdepsError {
  const hint = 'name a branch, a tag or a hash, and go back from it with "~2" or "^"';
  return new ShrinkdepsError("usage", `${JSON.stringify(revision)} is not understood as a commit`, { hint });
}
