/** Programs from a seed: ways to reach packages × uses × arguments × what the file looks like. */
import { type Access, type Dialect, reach } from "./access.ts";
import { dress } from "./dress.ts";
import { type Callee, type Place, preamble } from "./expressions.ts";
import { type Package, packages } from "./packages.ts";
import { createRandom, type Random } from "./random.ts";
import { declared, filler, use } from "./uses.ts";

export interface Program {
  readonly seed: number;
  readonly dialect: Dialect;
  readonly packages: readonly Package[];
  /** The ways its packages are reached. */
  readonly forms: readonly string[];
  /** Every file by its path, manifest and configuration included; node_modules is not. */
  readonly files: Readonly<Record<string, string>>;
  readonly entry: string;
}

/** The program of a seed, of those packages alone when `names` are given. */
export function generate(seed: number, names: ReadonlySet<string> | undefined = undefined): Program {
  const random = createRandom(seed);
  const dialect = random.weighted<Dialect>([
    [5, "cjs"],
    [4, "esm"],
    [1.6, "ts-esm"],
    [0.8, "ts-cjs"],
  ]);
  const chosen = choosePackages(random, dialect, names);
  const taken = new Set(["items", "word", "label", "size", "counter", "record", "loose", "step", "watched"]);
  const accesses = chosen.map((one) => reach(random, one, dialect, taken));
  const layout = layOut(random, dialect);
  const path = layout.name("main");
  const body = write(random, dialect, accesses, /x$/.test(path)).replaceAll(".EXT", layout.ending);
  const files: Record<string, string> = { ...layout.files };
  for (const { file } of accesses)
    if (file !== undefined)
      files[layout.name(file.stem)] = dress(
        random,
        file.text.replaceAll(".EXT", layout.ending),
        layout.name(file.stem),
      );
  files[path] = dress(random, body, path);
  const dependencies = Object.fromEntries(chosen.map(({ name, version }) => [name, version]));
  const manifest = {
    name: "program",
    version: "1.0.0",
    ...layout.manifest,
    // A package of one file: what it needs has to stand in that.
    ...(seed % 12 === 0 && { files: [path] }),
    engines: { node: ">=20.12" },
    dependencies,
  };
  files["package.json"] = `${JSON.stringify(manifest, undefined, 2)}\n`;
  return { seed, dialect, packages: chosen, forms: accesses.map(({ form }) => form), files, entry: path };
}

function choosePackages(random: Random, dialect: Dialect, only: ReadonlySet<string> | undefined): readonly Package[] {
  const most = random.weighted([
    [5, 1],
    [3, 2],
    [1, 3],
  ]);
  const isImported = dialect === "esm" || dialect === "ts-esm";
  const drawn = only === undefined ? packages : packages.filter(({ name }) => only.has(name));
  const loadable = drawn.filter(({ format }) => format !== (isImported ? "require" : "esm"));
  // Of packages that this dialect cannot load there is nothing to use: another stands in.
  const usable = loadable.length > 0 ? loadable : packages.filter(({ original }) => original === undefined);
  // Each package as likely as the next, however many versions and entry points of it there are.
  const names = [...new Set(usable.map(({ name }) => name))];
  const count = Math.min(most, names.length);
  const found: Package[] = [];
  while (found.length < count) {
    const name = random.pick(names);
    if (found.some((one) => one.name === name)) continue;
    const one = random.pick(usable.filter((each) => each.name === name));
    found.push(one);
    const beside = usable.filter(({ original, specifier }) => original === one.original && specifier !== one.specifier);
    if (one.original !== undefined && beside.length > 0 && random.chance(0.3)) found.push(random.pick(beside));
  }
  return found;
}

interface Layout {
  name(stem: string): string;
  /** What stands behind a relative specifier. */
  readonly ending: string;
  readonly manifest: object;
  readonly files: Readonly<Record<string, string>>;
}

const ambient =
  "declare module 'node:*';\ndeclare var process: any;\ndeclare var Buffer: any;\ninterface Buffer extends Uint8Array {}\ndeclare namespace JSX { type Element = any; interface IntrinsicElements { [name: string]: any } }\ndeclare var console: { log(...all: unknown[]): void };\ndeclare function require(name: string): any;\ndeclare var exports: any;\ndeclare var module: any;\n";

function layOut(random: Random, dialect: Dialect): Layout {
  const named =
    (extension: string) =>
    (stem: string): string =>
      `${stem}.${extension}`;
  const config = (module: string): Readonly<Record<string, string>> => ({
    "tsconfig.json": `${JSON.stringify({
      compilerOptions: {
        strict: true,
        ...(random.chance(0.5) ? { noImplicitAny: false } : {}),
        target: "es2022",
        lib: ["es2022"],
        types: [],
        jsx: "react",
        jsxFactory: "h",
        jsxFragmentFactory: "a",
        module,
        ...(module === "commonjs"
          ? { esModuleInterop: true, moduleResolution: "node10", ignoreDeprecations: "6.0" }
          : {}),
      },
    })}\n`,
    "ambient.d.ts": ambient,
  });
  switch (dialect) {
    case "cjs":
      return random.chance(0.5)
        ? { name: named("js"), ending: random.pick(["", ".js"]), manifest: {}, files: {} }
        : { name: named("cjs"), ending: ".cjs", manifest: random.pick([{}, { type: "module" }]), files: {} };
    case "esm":
      if (random.chance(0.12))
        return {
          name: (stem) => (stem === "main" ? "main.jsx" : `${stem}.js`),
          ending: ".js",
          manifest: { type: "module" },
          files: {},
        };
      return random.chance(0.5)
        ? { name: named("js"), ending: ".js", manifest: { type: "module" }, files: {} }
        : { name: named("mjs"), ending: ".mjs", manifest: {}, files: {} };
    case "ts-esm":
      if (random.chance(0.2))
        return {
          name: (stem) => (stem === "main" ? "main.tsx" : `${stem}.ts`),
          ending: ".js",
          manifest: { type: "module" },
          files: config("nodenext"),
        };
      return random.chance(0.7)
        ? { name: named("ts"), ending: ".js", manifest: { type: "module" }, files: config("nodenext") }
        : { name: named("mts"), ending: ".mjs", manifest: {}, files: config("nodenext") };
    case "ts-cjs":
      return random.chance(0.7)
        ? { name: named("ts"), ending: "", manifest: {}, files: config("commonjs") }
        : { name: named("cts"), ending: ".cjs", manifest: { type: "module" }, files: config("nodenext") };
  }
}

function write(random: Random, dialect: Dialect, accesses: readonly Access[], jsx: boolean): string {
  const typescript = dialect.startsWith("ts");
  const heads = accesses.flatMap(({ head }) => head);
  const first = [
    ...preamble(typescript),
    ...(jsx
      ? [
          `const h = (...all${typescript ? ": any[]" : ""})${typescript ? ": any" : ""} => ({ h: all });\nconst a${typescript ? ": any" : ""} = { b: 1 };`,
        ]
      : []),
  ];
  const before = random.chance(0.6) ? [...heads, ...first] : [...first.slice(0, 1), ...heads, ...first.slice(1)];
  // What is loaded depending on the preamble's names comes behind it.
  const ordered = heads.some((line) => /\b(?:counter|loose)\b/.test(line)) ? [...first, ...heads] : before;
  const lines = [...ordered];
  const place: Place = {
    random,
    typescript,
    awaits: dialect === "esm" || dialect === "ts-esm",
    yields: false,
    method: false,
    depth: 0,
    jsx,
    callees: accesses.filter(({ inner }) => inner.length === 0).flatMap(({ callees }) => callees),
  };
  const count = 1 + random.below(5);
  for (let index = 0; index < count; index++) {
    const access = random.pick(accesses);
    const callee = random.pick(access.callees);
    const isTop = typescript && access.inner.length === 0 && !/\bimport\b/.test(callee.text) && random.chance(0.08);
    lines.push(isTop ? declared(place, callee) : contained(place, access, callee));
    if (random.chance(0.2)) lines.push(filler(place));
    if (random.chance(0.2)) lines.push("");
  }
  // A package that only a later file of the list uses still has to be used.
  for (const access of accesses) if (access.inner.length > 0) lines.push(contained(place, access, access.callees[0]!));
  lines.push(...accesses.flatMap(({ tail }) => tail));
  return `${lines.join("\n")}\n`;
}

const caught = `catch (error${""}) {\n  console.log("threw", String(error && error.name));\n}`;

/** A use in a block, a function of some sort, or as it is. */
function contained(place: Place, access: Access, callee: Callee): string {
  const { random, typescript } = place;
  const guard = typescript ? caught.replace("(error)", "(error: any)") : caught;
  const indent = (text: string): string => text.replace(/^(?=.)/gm, "  ");
  const within = (more: Partial<Place>): string => {
    const inside: Place = {
      ...place,
      callees: [...place.callees, ...(access.inner.length > 0 ? access.callees : [])],
      ...more,
    };
    const uses = [use(inside, callee, access.names, isOwn)];
    if (random.chance(0.2)) uses.push(use(inside, callee, access.names, isOwn));
    return indent([...access.inner, ...uses].join("\n"));
  };
  const isOwn =
    /^(?:declared by require|declared in a list|inline require|an import|a default import|default as|a namespace)$/.test(
      access.form,
    );
  const name = `work${random.next()}`;
  const choices: readonly (readonly [number, () => string])[] = [
    [access.inner.length > 0 ? 0 : 6, () => `try {\n${within({})}\n} ${guard}`],
    [access.inner.length > 0 ? 0 : 2, () => within({}).replace(/^ {2}/gm, "")],
    [access.inner.length > 0 ? 0 : 1, () => `if (size) {\n${within({})}\n}`],
    [3, () => `function ${name}() {\n${within({ awaits: false })}\n}\ntry {\n  ${name}();\n} ${guard}`],
    [
      2,
      () =>
        `async function ${name}() {\n${within({ awaits: true })}\n}\n${name}().catch((error${typescript ? ": any" : ""}) => console.log("failed", String(error && error.name)));`,
    ],
    [
      1.5,
      () =>
        `function* ${name}()${typescript ? ": any" : ""} {\n${within({ yields: true, awaits: false })}\n}\ntry {\n  for (const x of ${name}()) console.log("yielded", x);\n} ${guard}`,
    ],
    [
      1.5,
      () =>
        `const ${name} = {\n  text: "own",\n  count: 2,\n  run(${typescript ? "...all: any[]" : ""}) {\n${indent(within({ method: true, awaits: false }))}\n  },\n};\ntry {\n  ${name}.run("a0", 1);\n} ${guard}`,
    ],
    [1, () => `try {\n  (() => {\n${within({ awaits: false })}\n  })();\n} ${guard}`],
  ];
  return random.weighted(choices)();
}
