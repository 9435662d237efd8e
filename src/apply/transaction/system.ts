/** The system calls a transaction makes, as one narrow surface: what a test replaces to end the world between two of them. */
import * as fs from "node:fs";

export interface FileStatus {
  readonly kind: "file" | "directory" | "symlink" | "other";
  /** Permission bits alone, 0o7777 at most. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** Each may throw what node:fs throws; `status` and `read` give undefined for a file that is not there. */
export interface System {
  /** Status of the path itself: a symlink is not followed. */
  status(path: string): FileStatus | undefined;
  read(path: string): Uint8Array | undefined;
  realpath(path: string): string;
  list(directory: string): readonly string[];
  /** Throws EACCES when the file may not be written. */
  checkWritable(path: string): void;
  /** Creates a file for writing; fails when anything, a symlink too, is there already. */
  open(path: string, mode: number): number;
  /** Bytes written, which may be fewer than given. */
  write(file: number, bytes: Uint8Array): number;
  chmod(file: number, mode: number): void;
  chown(file: number, uid: number, gid: number): void;
  fsync(file: number): void;
  close(file: number): void;
  /** Makes the names in a directory durable; does nothing where a directory cannot be opened. */
  fsyncDirectory(path: string): void;
  rename(from: string, to: string): void;
  link(from: string, to: string): void;
  unlink(path: string): void;
  mkdir(path: string): void;
  rmdir(path: string): void;
}

export const nodeSystem: System = {
  status(path) {
    const status = lstat(path);
    if (status === undefined) return undefined;
    const kind = status.isFile()
      ? "file"
      : status.isDirectory()
        ? "directory"
        : status.isSymbolicLink()
          ? "symlink"
          : "other";
    return { kind, mode: status.mode & 0o7777, uid: status.uid, gid: status.gid, modified: status.mtimeMs };
  },
  read(path) {
    try {
      return fs.readFileSync(path);
    } catch (error) {
      if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return undefined;
      throw error;
    }
  },
  realpath: (path) => fs.realpathSync.native(path),
  list: (directory) => fs.readdirSync(directory),
  checkWritable: (path) => fs.accessSync(path, fs.constants.W_OK),
  open: (path, mode) => fs.openSync(path, "wx", mode),
  write: (file, bytes) => fs.writeSync(file, bytes),
  chmod: (file, mode) => fs.fchmodSync(file, mode),
  chown: (file, uid, gid) => fs.fchownSync(file, uid, gid),
  fsync: (file) => fs.fsyncSync(file),
  close: (file) => fs.closeSync(file),
  fsyncDirectory(path) {
    // Windows cannot open a directory; its renames are durable without.
    if (process.platform === "win32") return;
    const directory = fs.openSync(path, "r");
    try {
      fs.fsyncSync(directory);
    } catch (error) {
      // Some network and FUSE file systems have no fsync for directories.
      if (errorCode(error) !== "EINVAL" && errorCode(error) !== "ENOTSUP") throw error;
    } finally {
      fs.closeSync(directory);
    }
  },
  rename: (from, to) => fs.renameSync(from, to),
  link: (from, to) => fs.linkSync(from, to),
  unlink: (path) => fs.unlinkSync(path),
  mkdir: (path) => {
    fs.mkdirSync(path);
  },
  rmdir: (path) => fs.rmdirSync(path),
};

function lstat(path: string): fs.Stats | undefined {
  try {
    return fs.lstatSync(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return undefined;
    throw error;
  }
}

/** The code of a system error ("ENOENT"), undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** Writes a whole new file and makes its content durable. `owner` is tried, not insisted on: only root may give files away. */
export function writeDurably(
  system: System,
  path: string,
  bytes: Uint8Array,
  status?: { readonly mode: number; readonly uid: number; readonly gid: number },
): void {
  const file = system.open(path, status === undefined ? 0o666 : 0o600);
  try {
    let rest = bytes;
    while (rest.length > 0) rest = rest.subarray(system.write(file, rest));
    if (status !== undefined) {
      tryChown(system, file, status.uid, status.gid);
      system.chmod(file, status.mode);
    }
    system.fsync(file);
  } finally {
    system.close(file);
  }
}

function tryChown(system: System, file: number, uid: number, gid: number): void {
  if (process.getuid === undefined || (uid === process.getuid() && gid === process.getgid?.())) return;
  try {
    system.chown(file, uid, gid);
  } catch (error) {
    if (errorCode(error) !== "EPERM" && errorCode(error) !== "EINVAL") throw error;
  }
}

/** Removes a file that may not be there. */
export function unlinkIfThere(system: System, path: string): void {
  try {
    system.unlink(path);
  } catch (error) {
    if (errorCode(error) !== "ENOENT" && errorCode(error) !== "ENOTDIR") throw error;
  }
}
