/** A place to use a project in: its root, an empty directory beside it, and ways to run it and to fetch a page from it. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";

export interface Place {
  /** The project's directory. */
  readonly root: string;
  /** A directory of ours to work in; every command runs there. */
  readonly scratch: string;
  /** Writes a file into the scratch directory. */
  write(path: string, text: string): void;
  /** Text of a file of the scratch directory. */
  read(path: string): string;
  /** Path of a file of the project. */
  of(path: string): string;
  /** Runs node with these arguments and tells what it printed and how it ended. */
  node(...args: readonly string[]): Promise<string>;
  /** Starts node with these arguments (PORT stands for a free port), fetches the pages from it, and ends it. */
  serve(args: readonly string[], pages: readonly string[]): Promise<string>;
}

const longestRun = 60_000;
const longestStart = 30_000;

/** `env` is added to the little that commands are given of this process's environment. */
export function makePlace(root: string, scratch: string, env: Readonly<Record<string, string>> = {}): Place {
  mkdirSync(join(scratch, "home"), { recursive: true });
  // Places in the project's own files are left out too: a line that goes moves those after it.
  const blur = (text: string): string =>
    text
      .replaceAll(scratch, "<scratch>")
      .replaceAll(root, "<root>")
      .replace(/(<root>[^\s:()]*):\d+(:\d+)?/g, "$1");
  const place: Place = {
    root,
    scratch,
    write(path, text) {
      mkdirSync(dirname(join(scratch, path)), { recursive: true });
      writeFileSync(join(scratch, path), text);
    },
    read: (path) => blur(readFileSync(join(scratch, path), "utf8")),
    of: (path) => join(root, path),
    async node(...args) {
      const run = start(args, scratch, env);
      const timer = setTimeout(() => run.kill(), longestRun);
      const end = await run.ended;
      clearTimeout(timer);
      return blur(`${run.printed()}\n(exit ${end})`);
    },
    async serve(args, pages) {
      const port = await freePort();
      const run = start(
        args.map((arg) => arg.replaceAll("PORT", String(port))),
        scratch,
        env,
      );
      try {
        const answers: string[] = [];
        for (const page of pages) answers.push(await fetchPage(`http://127.0.0.1:${port}${page}`, run));
        await quiet(run);
        return blur(
          [...answers, run.printed()].join("\n").replace(new RegExp(`(?<!\\w)${port}(?!\\w)`, "g"), "<port>"),
        );
      } finally {
        run.kill();
        await run.ended;
      }
    },
  };
  return place;
}

interface Run {
  printed(): string;
  /** Exit code or signal. */
  readonly ended: Promise<string>;
  hasEnded(): boolean;
  kill(): void;
}

function start(args: readonly string[], cwd: string, added: Readonly<Record<string, string>>): Run {
  const env = {
    PATH: `${dirname(process.execPath)}:${process.env["PATH"] ?? ""}`,
    HOME: join(cwd, "home"),
    CI: "true",
    NO_UPDATE_NOTIFIER: "1",
    NO_UPDATE_CHECK: "1",
    NODE_NO_WARNINGS: "1",
    ...added,
  };
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  let over = false;
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
  const ended = new Promise<string>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      over = true;
      resolve(String(code ?? signal));
    });
  });
  return {
    printed: () => (stderr === "" ? stdout : `${stdout}\n(stderr)\n${stderr}`),
    ended,
    hasEnded: () => over,
    kill() {
      // The group, so that what a task runner or a file watcher started ends with it.
      if (child.pid !== undefined && !over) process.kill(-child.pid, "SIGKILL");
    },
  };
}

/** Waits until a server has written what it logs of its answers: nothing new for a while. */
async function quiet(run: Run): Promise<void> {
  for (let seen = ""; seen !== run.printed();) {
    seen = run.printed();
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

async function fetchPage(url: string, run: Run): Promise<string> {
  const until = Date.now() + longestStart;
  for (;;) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: "manual" });
      const type = response.headers.get("content-type") ?? "no type";
      return `${new URL(url).pathname} ${response.status} ${type}\n${await response.text()}`;
    } catch (error) {
      if (run.hasEnded() || Date.now() > until) {
        throw new Error(`nothing answers at ${url}; the server printed:\n${run.printed()}`, { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
