/** Repositories made by the real git, to be read without it. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";

/** An empty folder that goes with the test. */
export function folder(context: TestContext): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "shrinkdeps-git-")));
  context.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Runs git with nothing of the person's own configuration; what it prints. */
export function git(cwd: string, ...args: string[]): string {
  const settings = ["user.name=a", "user.email=a@example.test", "commit.gpgsign=false", "protocol.file.allow=always"];
  const env = { PATH: process.env["PATH"], GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", HOME: cwd };
  return execFileSync("git", [...settings.flatMap((setting) => ["-c", setting]), ...args], {
    cwd,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

export function write(root: string, path: string, content: string | Buffer | object): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  const isText = typeof content === "string" || Buffer.isBuffer(content);
  writeFileSync(join(root, path), isText ? content : `${JSON.stringify(content, undefined, 2)}\n`);
}

/** Commits everything there is; the hash. */
export function commit(root: string, message: string): string {
  git(root, "add", "-A");
  git(root, "commit", "-q", "--allow-empty", "-m", message);
  return git(root, "rev-parse", "HEAD").trim();
}
