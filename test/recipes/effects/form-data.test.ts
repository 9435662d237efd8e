/** What a server gets of a form of the package, and what of the form that stands in for it: the differences, one by one. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { before, test } from "node:test";
import { gte } from "semver";
import { filesOf, fixtures } from "../../rewrite/fixture.ts";
import { installOriginals, listOriginals, loadOriginal, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";
import { type Field, type OldForm, type Received, fill, send } from "./forms.ts";

before(installOriginals);

/** A form of each version, and one that stands in for it, with the version. */
async function pairs(note: string): Promise<(readonly [version: string, old: OldForm, own: FormData])[]> {
  const eras = await loadRecipe("form-data");
  assert.ok(
    eras.some((era) => era.deviations?.some((one) => one.note === note)),
    `${note} is not declared`,
  );
  const originals = listOriginals().filter((each) => each.package === "form-data");
  assert.deepEqual(new Set(originals.map(({ version }) => version[0])), new Set(["2", "3", "4"]));
  const [make] = eras[0]?.exports["default"] as [() => FormData];
  return Promise.all(
    originals.map(async (original) => {
      const Old = (await loadOriginal(original, undefined, "default"))["default"] as new () => OldForm;
      return [original.version, new Old(), make()] as const;
    }),
  );
}

/** The parts that a server gets of both. */
async function partsOf(old: OldForm, own: FormData, fields: readonly Field[]): Promise<[string[], string[]]> {
  for (const form of [old, own]) fill(form, fields);
  return [[...(await send(old)).parts], [...(await send(own)).parts]];
}

const first = ["2.4.0", "3.0.0", "4.0.0"];

const lines = "Line breaks in texts are sent as CR LF, whichever they are.";
test(lines, async () => {
  for (const [version, old, own] of await pairs(lines)) {
    const [theirs, ours] = await partsOf(old, own, [["a", "1\n2\r3\r\n4"]]);
    assert.ok(theirs[1]?.endsWith("\r\n\r\n1\n2\r3\r\n4"), version);
    assert.ok(ours[1]?.endsWith("\r\n\r\n1\r\n2\r\n3\r\n4"), version);
  }
});

const names =
  "In names, line breaks are sent as %0D%0A and quotes as %22: versions before 4.0.6, 3.0.5 and 2.5.6 send them as they are, and later ones tell a CR from an LF.";
test(names, async () => {
  for (const [version, old, own] of await pairs(names)) {
    const [theirs, ours] = await partsOf(old, own, [['a"b\nc', "1"]]);
    assert.ok(theirs[1]?.includes(first.includes(version) ? 'name="a"b\nc"' : 'name="a%22b%0Ac"'), version);
    assert.ok(ours[1]?.includes('name="a%22b%0D%0Ac"'), version);
  }
});

const nothing =
  "A value that is null or undefined is sent as that word, as later versions do: the first of each major version fail.";
test(nothing, async () => {
  for (const [version, old, own] of await pairs(nothing)) {
    const fields: readonly Field[] = [
      ["a", undefined],
      ["b", null],
    ];
    const whole = async (form: OldForm | FormData): Promise<string> => {
      fill(form, fields);
      return (await send(form)).parts.join();
    };
    assert.match(await whole(own), /undefined.*null/s);
    if (first.includes(version)) await assert.rejects(whole(old), TypeError);
    else assert.match(await whole(old), /undefined.*null/s);
  }
});

const written = "What is written into a Buffer after it was appended is not sent.";
test(written, async () => {
  for (const [version, old, own] of await pairs(written)) {
    const bytes = Buffer.from("before");
    old.append("a", bytes, { filename: "a.png", contentType: "image/png" });
    own.append("a", new Blob([bytes], { type: "image/png" }), "a.png");
    bytes.write("behind");
    assert.match((await send(old)).parts.join(), /behind/, version);
    assert.match((await send(own)).parts.join(), /before/, version);
  }
});

const boundary = "The boundary between the fields is another text, and shorter.";
test(boundary, async () => {
  for (const [version, old, own] of await pairs(boundary)) {
    for (const form of [old, own]) fill(form, [["a", "1"]]);
    const [theirs, ours] = [await send(old), await send(own)];
    assert.match(theirs.boundary, /^-{26}[\da-f]{24}$/, version);
    assert.ok(ours.boundary.length < theirs.boundary.length, version);
    assert.deepEqual(theirs.parts, ours.parts);
  }
});

const moved =
  "Before Node 26.2, a redirect of status 307 or 308 sends the form again with another boundary than its headers name; in any version, with what was appended meanwhile.";
test(moved, async () => {
  const isMended = gte(process.versions.node, "26.2.0");
  const sendLate = async (form: OldForm | FormData): Promise<Received> => {
    fill(form, [["a", "1"]]);
    const sending = send(form, {}, "/moved");
    fill(form, [["late", "2"]]);
    return sending;
  };
  for (const [version, old, own] of await pairs(moved)) {
    // Some versions of Node fail to send any Buffer again: they have given its bytes away.
    const theirs = await sendLate(old).then(
      ({ parts }) => parts.join(),
      (error: Error) => (/detached/.test(String(error.cause)) ? 'name="a"' : String(error.cause)),
    );
    assert.match(theirs, /name="a"/, version);
    assert.doesNotMatch(theirs, /name="late"/, version);
    const ours = await sendLate(own);
    assert.equal(ours.parts.length > 1, isMended, version);
    assert.match(ours.parts.join(), /name="late"/, version);
  }
});

const other =
  "A function that something has put in the place of the global fetch is given a form instead of bytes and a Content-Type.";
test(other, async () => {
  for (const [version, old, own] of await pairs(other)) {
    assert.ok(Buffer.isBuffer(old.getBuffer()), version);
    assert.match(String(old.getHeaders()["content-type"]), /^multipart\/form-data; boundary=/, version);
    assert.ok(own instanceof FormData && !("getHeaders" in own), version);
  }
});

type Program = Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>>;

/** What a program gives to the global fetch, as fetch reads it. */
async function asked(run: () => Promise<unknown>): Promise<unknown[]> {
  const requests: Request[] = [];
  const { fetch: own } = globalThis;
  globalThis.fetch = async (...args: Parameters<typeof fetch>) => {
    requests.push(new Request(...args));
    return Response.json({});
  };
  try {
    await run();
  } finally {
    globalThis.fetch = own;
  }
  return Promise.all(
    requests.map(async (request) => {
      const headers = [...request.headers].filter(([name]) => name !== "content-type");
      const fields = [...(await request.formData())].map(async ([name, value]) =>
        typeof value === "string" ? [name, value] : [name, value.name, value.type, await value.text()],
      );
      return [request.url, request.method, headers, await Promise.all(fields)];
    }),
  );
}

test("a program asks for the same before and after it is rewritten", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "shrinkdeps-forms-"));
  try {
    for (const original of listOriginals().filter((each) => each.package === "form-data")) {
      const load = async (side: string): Promise<Program> => {
        const text = filesOf(path.join(fixtures, "form-data", "sends-fields", side)).get("report.mjs") ?? "";
        const file = path.join(folder, `${side}-${original.version}.mjs`);
        const here = pathToFileURL(path.join(root, "test/originals/node_modules", original.alias, "lib/form_data.js"));
        writeFileSync(file, text.replace('"form-data"', JSON.stringify(here.href)));
        return (await import(pathToFileURL(file).href)) as Program;
      };
      const runs = (program: Program): readonly (() => Promise<unknown> | undefined)[] => [
        () => program["report"]?.("May", 2.7, ["a", "b"]),
        () => program["upload"]?.("k", "text"),
        () => program["upload"]?.("", "\ud800"),
        () => program["picture"]?.("p", "iVBORw0KGgo="),
        () => program["forward"]?.("https://reports.example/", "me"),
        () =>
          program["forward"]?.(new Request("https://a.example/", { headers: { "content-type": "a/b", x: "1" } }), ""),
      ];
      const [theirs, ours] = [runs(await load("before")), runs(await load("after"))];
      for (const [index, run] of theirs.entries()) {
        const expected = await asked(async () => run());
        assert.ok(expected.length > 0);
        assert.deepEqual(await asked(async () => ours[index]?.()), expected, `${original.version}, run ${index}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
