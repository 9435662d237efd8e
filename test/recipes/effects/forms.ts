/** Forms of the package and those of the web, filled with the same and sent to a server on this machine. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { AnyFunction, Forms } from "../../../src/recipe.ts";
import formData from "../../../recipes/form-data.ts";
import type { Surround } from "../proof/outcome.ts";

/** A form of the package, as far as it is used. */
export interface OldForm {
  append(name: string, value: unknown, options?: unknown): void;
  getBuffer(): Buffer;
  getHeaders(): Record<string, string>;
}

/** A name with a text, a number, or the bytes of a file and what is said of it. */
export type Field = readonly [name: string, value: unknown, file?: { filename: string; contentType: string }];

/** What came of a request. */
export interface Received {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly boundary: string;
  /** What stands between the boundaries, byte by byte. */
  readonly parts: readonly string[];
}

let received: Received | undefined;
const server = createServer((request, response) => {
  void buffer(request).then((all) => {
    const { "content-type": type = "", "content-length": length, ...headers } = request.headers;
    const boundary = /^multipart\/form-data; boundary=(.*)$/.exec(type)?.[1] ?? type;
    if (request.url === "/moved") return response.writeHead(307, { location: "/" }).end();
    // What stands behind the last boundary is no part of a form: some versions of Node have no line break there.
    const whole = all.toString("latin1").replace(/\r\n$/, "");
    received = {
      headers: { ...headers, isWhole: Number(length) === all.length },
      boundary,
      parts: `\r\n${whole}`.split(`\r\n--${boundary}`),
    };
    return response.end("sent");
  });
}).listen(0, "127.0.0.1");
await once(server, "listening");
server.unref();
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** What the recipe has for `append`: a text, anything that becomes one, a file. */
function appends(): readonly AnyFunction[] {
  const forms: Forms | undefined = formData[0]?.forms?.["default"];
  const append = forms?.methods["append"];
  if (!Array.isArray(append)) throw new TypeError("the recipe has no cases for append");
  return append as readonly AnyFunction[];
}

/** Fills a form as a program does before, or as it does after the rewrite. */
export function fill(form: OldForm | FormData, fields: readonly Field[]): void {
  const [text, other, file] = appends();
  for (const [name, value, options] of fields) {
    const content = Array.isArray(value) ? Buffer.from(value as number[]) : value;
    if (!(form instanceof FormData)) form.append(name, content, ...(options === undefined ? [] : [options]));
    else if (options !== undefined) file?.(form, name, content, options.filename, options.contentType);
    else if (typeof content === "string") text?.(form, name, content);
    else other?.(form, name, content);
  }
}

/** Sends a form as a program does before, or as it does after the rewrite, and tells what came. */
export async function send(
  form: OldForm | FormData,
  headers: Record<string, string> = {},
  to: "/" | "/moved" = "/",
): Promise<Received> {
  received = undefined;
  const answer =
    form instanceof FormData
      ? await fetch(`${origin}${to}`, { method: "POST", headers, body: form })
      : await fetch(`${origin}${to}`, {
          method: "POST",
          headers: { ...headers, ...form.getHeaders() },
          body: form.getBuffer() as unknown as string,
        });
  await answer.text();
  if (received === undefined) throw new Error("nothing came");
  return received;
}

/** Fills what a call makes with the fields that its argument wrote down, sends it, and writes down what the server got of it. */
export const afterSending: Surround = async (call, world) => {
  const form = call() as OldForm | FormData;
  fill(form, world.calls[0] as readonly Field[]);
  const { headers, parts } = await send(form, { "x-more": "1" });
  world.calls.push(headers, parts);
};
