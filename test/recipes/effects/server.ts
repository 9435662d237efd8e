/** A server on this machine that answers as the address says, and writes down what it was asked. */
import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { AddressInfo } from "node:net";
import type { Surround } from "../proof/outcome.ts";

/** What clients say of themselves, which differs and is declared. Where there is no body, so does what is said of it. */
const ownHeaders = new Set([
  "accept-encoding",
  "accept-language",
  "connection",
  "host",
  "sec-fetch-mode",
  "user-agent",
]);

let seen: unknown[] = [];

/** What an answer is made of: `/?status=404&body=…`. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly type: string;
  readonly packing: "" | "gzip" | "br";
  readonly hops: number;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { searchParams: asked, pathname } = new URL(request.url ?? "/", "http://localhost");
  const sent = (await buffer(request)).toString("latin1");
  const isOwn = (name: string): boolean => ownHeaders.has(name) || (sent === "" && name.startsWith("content-"));
  const headers = Object.entries(request.headers).filter(([name]) => !isOwn(name));
  seen.push([request.method, pathname, headers.sort(([a], [b]) => (a < b ? -1 : 1)), sent]);
  const hops = Number(asked.get("hops") ?? 0);
  if (hops > 0) {
    asked.set("hops", String(hops - 1));
    response.writeHead(Number(asked.get("status")), { location: `${pathname}next?${asked.toString()}` }).end();
    return;
  }
  const text = Buffer.from(asked.get("body") ?? "", "latin1");
  const packing = asked.get("packing") ?? "";
  const status = Number(asked.get("status") ?? 200);
  response.writeHead(status >= 300 && status < 400 ? 200 : status, {
    "content-type": asked.get("type") ?? "text/plain",
    "x-several": ["a", "b"],
    ...(packing !== "" && { "content-encoding": packing }),
  });
  response.end(packing === "gzip" ? gzipSync(text) : packing === "br" ? brotliCompressSync(text) : text);
}

const server = createServer((request, response) => void answer(request, response)).listen(0, "127.0.0.1");
await once(server, "listening");
server.unref();

/** Where it listens. */
export const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** Reads an answer in every way that is the same, and writes down what came, and what the server was asked. */
export const readingAnswers: Surround = async (call, world) => {
  seen = [];
  try {
    const response = (await call()) as Response;
    const { ok, status, statusText, headers } = response;
    world.calls.push(ok, status, statusText);
    for (const name of ["content-type", "x-several", "X-Missing", "content-encoding", "content-length"])
      world.calls.push(headers.get(name), headers.has(name));
    const way = (["text", "json", "arrayBuffer"] as const)[status % 3] ?? "text";
    world.calls.push(way, await response[way]().catch(() => "cannot be read"));
  } catch {
    world.calls.push("fails");
  }
  world.calls.push(...seen);
};
