/** Statements that use an export: calls in every place an expression may stand, and its value in every other way. */
import { args, argument, type Callee, callText, type Place, within } from "./expressions.ts";
import type { Random } from "./random.ts";

/**
 * A statement that uses it, numbered so that its names are its own. `isOwn` says that the expression is seen to be the
 * package's: what a function is besides being called (new, keys, `name`) is asked only of such.
 */
export function use(place: Place, callee: Callee, names: readonly string[], isOwn: boolean): string {
  const { random } = place;
  if (callee.export.isClass === true) return random.chance(0.5) ? inContext(place, callee) : asClass(place, callee);
  if (random.chance(0.55)) return inContext(place, callee);
  return random.chance(0.6) || names.length === 0
    ? asValue(place, callee, isOwn)
    : shadowed(place, callee, random.pick(names));
}

/** The place inside a template: one with functions in it has no `await` and `yield` of the function around it. */
function inside(place: Place, template: string): Place {
  return /=>|function|class|\bget |method|async|\*/.test(template) ? within(place) : place;
}

function callIn(place: Place, callee: Callee): string {
  return makeCall(place.random, callee, args(place, callee.export));
}

/** The call itself, over several lines now and then. */
function makeCall(random: Random, { text: callee, export: what }: Callee, list: readonly string[]): string {
  if (what.isClass === true) return callText(callee, list, what);
  if (random.chance(0.1)) return `${callee}(\n    ${list.join(",\n    ")}${list.length > 0 ? "," : ""}\n  )`;
  if (random.chance(0.04)) return `${callee}\n    (${list.join(", ")})`;
  if (random.chance(0.04)) return `(${callee})(${list.join(", ")})`;
  return callText(callee, list, what);
}

const operators = [
  ...["!C", "-C", "+C", "~C", "typeof C", "void C", "typeof C === 'string'", "!!C", "- -C"],
  ...[
    'C + "x"',
    '"x" + C',
    "1 + C",
    "C + 1",
    "C - 1",
    "1 - C",
    "C * 2",
    "2 / C",
    "C % 2",
    "2 ** C",
    "(C) ** 2",
    "- (C) ** 2",
  ].slice(0, 11),
  ...["C << 1", "C > 1", "1 < C", "C <= C", "C == null", "C === C", "null != C", "C & 1", "C ^ 1", "C | 0"],
  ...[
    "C && 1",
    "C || 0",
    "C ?? 1",
    "1 && C",
    "0 || C",
    "null ?? C",
    "(C || 0) ?? 2",
    "C ? 1 : 2",
    "size ? C : 0",
    "size ? 0 : C",
  ],
  ...[
    "C.length",
    "C[0]",
    "C?.length",
    "C?.[0]",
    "C.a?.b.c",
    "C.constructor.name",
    "C.toString().trim()",
    "C.valueOf()",
    "(C).length",
    "C.b.c",
    "C[0][1]",
  ],
  ...[
    "`${C}`",
    "`a${C}b${C}`",
    "[C]",
    "[...[C]]",
    "[C, C]",
    "{ x: C }",
    "{ ...C }",
    "{ [C]: 1 }",
    "{ x: C, ...C }.x",
    "[...(C ?? [])]",
  ],
  ...[
    "(C, 2)",
    "(1, C)",
    "loose = C",
    "loose ??= C",
    "[loose] = [C]",
    "{ a: loose } = { a: C }",
    "(C)",
    "((C))",
    "C instanceof Object",
    '"a" in Object(C)',
  ],
  ...[
    "step(`s`, C)",
    "step('o', { C: C })",
    "Math.max(C, 1)",
    "String(C).trim()",
    "new Array(C === 2)",
    "new (class { constructor(x) { this.x = x } })(C)",
  ],
  ...[
    "((x) => x)(C)",
    "((x = C) => x)()",
    "(({ x = C }) => x)({})",
    "(() => C)()",
    "(() => (C, 3))()",
    "(() => { return C })()",
    "(() => { return (\n C\n) })()",
  ],
  ...[
    "(function* () { yield C; })().next().value",
    "[...(function* () { yield* [C]; })()]",
    "new (class { x = C; #y = C; static z = C; get y() { return this.#y } })().y",
  ],
  ...[
    "class { static x = C }.x",
    "{ get x() { return C } }.x",
    "{ async *m() { yield C } }",
    "{ [typeof C]: 1 }",
    "String.raw`a${C}`",
    "[C].map((x) => typeof x)",
    "!(C) + 1",
    "C\n.length",
    "(C)\n[0]",
  ],
  "delete { a: 1 }[C]",
];

const typedOperators = [
  "C as unknown",
  "(C as any).length",
  "C! ",
  "<any>C",
  "(C satisfies unknown)",
  "(C as any)?.[0]",
];
/** Statements of modules and functions that are TypeScript's own. */
const typedStatements = [
  "class Held@ { constructor(readonly x: any = C) {} }\nconsole.log(new Held@().x);",
  "abstract class Abs@ { abstract x: any; y = C }\nclass Con@ extends Abs@ { x = C }\nconsole.log(new Con@().x, new Con@().y);",
  "function over@(a: string): string;\nfunction over@(a: number): number;\nfunction over@(a: any): any { return C; }\nconsole.log(over@(1));",
  "const gen@ = <T,>(x: T): T => x;\nconsole.log(gen@<any>(C));",
  "const sat@ = { a: C } satisfies object;\nconsole.log(sat@);",
  "const tuple@: [unknown, ...unknown[]] = [C, C];\nconsole.log(tuple@);",
  "enum Kind@ { B = 2, A = Number(String(C) === 'a') }\nconsole.log(Kind@.A, Kind@.B);",
  "const typed@: Record<string, unknown> = { k: C as unknown };\nconsole.log(typed@!.k);",
];

/** What may stand at the top of a TypeScript file alone. */
const typedDeclarations = [
  "namespace Space@ {\n  export const value = C;\n  export namespace Inner {\n    export const twice = [C, C];\n  }\n}\nconsole.log(Space@.value, Space@.Inner.twice);",
  "function mark@(...all: any[]): any {\n  console.log('mark', all.length > 0);\n}\nclass Marked@ {\n  @mark@ value = C;\n  @mark@ run(x = C) {\n    return x;\n  }\n}\nconsole.log(new Marked@().run());",
  "export namespace Open@ {\n  export const { length, call } = Object(C);\n}\nconsole.log(Open@.call ? 'function' : Open@.length);",
  "export const kept@ = C;\nexport type Kept@ = typeof kept@;\nconsole.log(kept@);",
];

const elements = [
  "console.log(<a b={C}>{C} text</a>);",
  "const el@ = <a {...{ x: C }} />;\nconsole.log(el@);",
  'console.log(<b>{[1].map(() => <i key="k">{C}</i>)}</b>);',
  "console.log(<>{C}</>, <a.b c={() => C} />);",
];

const statements = [
  "class Block@ { static { console.log(C); } }",
  "class Deep@ { #p = C; get v() { return this.#p } }\nconsole.log(new Deep@().v);",
  "async function* later@() { yield C; }\n(async () => { for await (const x of later@()) console.log('streamed', x); })().catch((e) => console.log('failed', e.name));",
  "let late@; late@ ??= C; console.log(late@);",
  "console.log(((a = C, { b = C } = {}) => [a, b])());",
  "Promise.resolve().then(() => C).finally(() => {}).then((x) => console.log('settled', x), (e) => console.log('failed', e.name));",
  "outer@: for (const x of [1, 2]) { for (const y of [C]) { if (x === 1) continue outer@; console.log(x, y); break outer@; } }",
  "if (counter > 99) { C } else if (C) { console.log('else if') }",
  "console.log(`a${`b${C}`}`);",
  "process.exitCode = typeof C === 'string' ? 3 : 4;",
  "console.error(C);",
  "process.stdout.write(String(C) + '\\n');",
  "const keyed@ = { [`a${typeof C}`]: 1, get [String(C)]() { return C } };\nconsole.log(Object.keys(keyed@));",
  "switch (typeof C) { case 'string': { const C@ = C; console.log(C@); break; } default: console.log(C); }",
  "try { C } finally { console.log('finally', C) }",
  "for await (const x of [C]) console.log(x);",
  "if (C) console.log(1); else console.log(2);",
  "if (!C) { console.log(1); }",
  "for (let i = C, n = 0; n < 1; n++) console.log(i);",
  "for (let n = 0; n < 1 && (C, true); n++) console.log(n);",
  "for (const x of [C]) console.log(x);",
  "for (const x of [1]) console.log(C);",
  "for (const x in Object(C)) console.log(x);",
  "for (loose = C; loose !== null; loose = null) console.log(loose);",
  "while (C) { console.log('once'); break; }",
  "do C\nwhile (false)",
  "do { C; } while (counter > 99);",
  "switch (C) { case C: console.log('same'); break; default: console.log('other'); }",
  "switch (1) { case 1: C; }",
  "C;",
  "C\nconsole.log('next')",
  "console.log('before')\nC\n;[1].forEach((x) => console.log(x))",
  "let before@ = 1\nC\nconsole.log(before@)",
  "let open@ = () => 5\n;C\nconsole.log(typeof open@)",
  "counter\nC\ncounter",
  "const after@ = C\n++counter\nconsole.log(after@)",
  "const [first@] = [C]; console.log(first@);",
  "const { length: length@, call: call@ } = Object(C); console.log(call@ ? 'function' : length@);",
  "let value@ = C, other@ = C; console.log(value@, other@);",
  "const value@ = C\nconst other@ = [1, 2]\n;[value@].concat(other@).forEach((x) => console.log(x))",
  "label@: { C; break label@; }",
  "{ C }",
  "try { throw C; } catch (thrown@) { console.log('caught', thrown@); }",
  "function give@() { return C; }\nconsole.log(give@(), give@());",
  "function give@() { return (\n// why\nC); }\nconsole.log(give@());",
  "function give@(a, b = C) { return b; }\nconsole.log(give@());",
  "const give@ = () => C; console.log(give@());",
  "const give@ = () => C\nconsole.log(give@())",
  "const give@ = (a) => (b) => C\nconsole.log(typeof give@(1)(2))",
  "const give@ = async () => C; give@().then((x) => console.log('later', x), (e) => console.log('failed', e.name));",
  "const give@ = async () => await C; give@().then((x) => console.log('later', x), (e) => console.log('failed', e.name));",
  "function* give@() { const x = yield C; return x }\nconsole.log([...give@()]);",
  "class Made@ { field = C; static [typeof C] = 1; method(x = C) { return x } }\nconsole.log(new Made@().field, new Made@().method());",
  "class Made@ extends (C, Object) {}\nconsole.log(new Made@() instanceof Object);",
  "const made@ = { C: C, [`k${C}`]: C, method() { return C } }\nconsole.log(made@, made@.method());",
  "console.log(...[C, C]);",
  "console.log(C, C)",
  "if (counter < 0) C\nelse C",
  "var hoisted@ = hoisted@ || C; console.log(hoisted@);",
  "console.log(((a, b) => [a, b])(C, C));",
  "var result@ = C // why\nconsole.log(result@) /* end */",
  "/* before */ C /* behind */; // line",
  "void async function () { console.log(await C); }();",
];

/** The call in one of the places above. */
function inContext(place: Place, callee: Callee): string {
  const { random, typescript } = place;
  // Each C is a call of its own, so that some differ.
  const fill = (text: string): string => {
    const at = inside(place, text);
    const call = callIn(at, callee);
    let first = true;
    return text.replace(/\bC\b(?!:)/g, () => {
      const again = first || random.chance(0.5);
      first = false;
      return again ? call : callIn(at, callee);
    });
  };
  if (place.jsx && random.chance(0.2)) return fill(numbered(random, random.pick(elements)));
  if (typescript && random.chance(0.12)) return fill(numbered(random, random.pick(typedStatements)));
  if (random.chance(0.45)) {
    const usable = statements.filter((text) => place.awaits || !text.startsWith("for await"));
    return fill(numbered(random, random.pick(usable)));
  }
  const typedHere = typedOperators.filter((text) => !place.jsx || !text.startsWith("<"));
  const operator = random.chance(0.85) || !typescript ? random.pick(operators) : random.pick(typedHere);
  const whole = operator.startsWith("{") ? `(${operator})` : operator;
  return fill(
    random.weighted([
      [5, `console.log(${whole});`],
      [1, `const shown${random.next()} = ${whole}\nconsole.log(counter)`],
      [place.awaits ? 1 : 0, `console.log(await (${whole}));`],
      [place.yields ? 1 : 0, `console.log(yield ${whole});`],
      [1, `console.log([1].map(() => ${whole}));`],
    ]),
  );
}

/** A declaration that only the top of a TypeScript file may have. */
export function declared(place: Place, callee: Callee): string {
  const text = numbered(place.random, place.random.pick(typedDeclarations));
  return text.replace(/\bC\b(?!:)/g, () => callIn(inside(place, text), callee));
}

function numbered(random: Random, text: string): string {
  return text.replaceAll("@", String(random.next()));
}

const values = [
  "console.log(C?.(A));",
  "console.log((0, C)(A));",
  "console.log(C.call(null, A));",
  "console.log(C.call(undefined, A), 1);",
  "console.log(C.apply(null, [A]));",
  "console.log(C.apply(undefined, [A].slice(0)));",
  "console.log(C.bind(null)(A));",
  "console.log(C.bind(null, A)());",
  "console.log(C(...[A]));",
  "console.log(C(...[], A));",
  "console.log(Reflect.apply(C, null, [A]));",
  "console.log(typeof C);",
  "if (typeof C === 'function') console.log(C(A));",
  "const again@ = C; console.log(again@(A));",
  "let again@ = C\nconsole.log(again@(A))",
  "var again@; again@ = C; console.log(again@(A));",
  "console.log([C][0](A));",
  "console.log({ f: C }.f(A));",
  "console.log((C || null)(A));",
  "console.log((counter < 0 ? null : C)(A));",
  "console.log([A].map((x) => C(x)));",
  "console.log([word, 'q'].map(C).length);",
  "console.log(items.map(C).length);",
  "console.log(items.filter((x) => C(x, A)).length);",
  "console.log([[A]].map((all) => C(...all)));",
  "console.log(((f) => f(A))(C));",
  "console.log(((f = C) => f(A))());",
  "Promise.resolve(word).then(C).then((x) => console.log('then', x), (e) => console.log('failed', e.name));",
  "console.log(C instanceof Function, C === C);",
  "const { f@ = C } = {}; console.log(f@(A));",
  "const held@ = { C: C, get g() { return C } }; console.log(held@.g(A));",
  "class Held@ { static f = C; f = C }\nconsole.log(Held@.f(A), new Held@().f(A));",
  "function* gives@() { yield C }\nfor (const f of gives@()) console.log(f(A));",
  "console.log(C && C(A));",
  "console.log(C ? C(A) : 0);",
  "console.log(!C, C == null);",
  "console.log([C, C].length, `${typeof C}`);",
];

const classes = [
  "class Own@ extends C {}\nconst own@ = new Own@(A);\nconsole.log(own@ instanceof C, own@ instanceof Own@, own@.constructor.name, Object.keys(own@));",
  "class Own@ extends C {\n  constructor(...all) {\n    super(...all);\n    this.own = 1;\n  }\n}\nconsole.log(Object.getOwnPropertyNames(new Own@(A)).sort(), String(new Own@(A)));",
  "const Own@ = class extends C { get own() { return 1 } };\nconsole.log(new Own@(A).own, new Own@(A) instanceof C);",
  "try { throw new C(A); } catch (e@) { console.log(e@ instanceof C, e@ instanceof Error, e@.name, e@.message); }",
  "console.log({} instanceof C, Object.create(C.prototype) instanceof C, typeof C, C.name);",
  "console.log(Reflect.construct(C, [A]) instanceof C);",
  "const Same@ = C;\nconsole.log(new Same@(A) instanceof C, Same@ === C);",
  "const made@ = new C;\nconsole.log(made@ instanceof C, Object.prototype.toString.call(made@));",
  "console.log([[A]].map((all) => new C(...all)).every((one) => one instanceof C));",
  "const Mix@ = (Base) => class extends Base {};\nconsole.log(new (Mix@(C))(A) instanceof C);",
  "function Late@() {}\nconsole.log(Reflect.construct(C, [A], Late@) instanceof C);",
  "console.log([new C(A)].map((one) => `${one}`), `${new C(A)}`.length);",
];

/** A class where one may stand: made, extended, compared, handed on. */
function asClass(place: Place, callee: Callee): string {
  const template = numbered(place.random, place.random.pick(classes));
  const list = args(inside(place, template), callee.export);
  const text = place.typescript
    ? template.replace("(...all)", "(...all: any[])").replace("(Base)", "(Base: any)")
    : template;
  return text.replace(/\bA\b|\bC\b/g, (mark) => (mark === "A" ? list.join(", ") : callee.text));
}

const rareValues = [
  "try { console.log(typeof new C(A)); } catch (e@) { console.log('not made'); }",
  "try { console.log(typeof C`a${1}b`); } catch (e@) { console.log('no tag'); }",
  "console.log(typeof C.name, C.length >= 0);",
  "C.extra = 1; console.log(C.extra); delete C.extra;",
  "console.log('x' in C);",
  "console.log(Object.keys(C).length >= 0);",
];

function asValue(place: Place, callee: Callee, isOwn: boolean): string {
  const { random } = place;
  const template = numbered(random, random.pick(isOwn && random.chance(0.07) ? rareValues : values));
  const list = args(inside(place, template), callee.export);
  const text = list.length === 0 ? template.replaceAll(", A)", ")") : template;
  return text.replace(/\bA\b|\bC\b(?!:)/g, (mark) => (mark === "A" ? list.join(", ") : callee.text));
}

const shadows = [
  "function inner@(N) { return N(5); }\nconsole.log(inner@(() => 'own'), C);",
  "{ const N = () => 'block'; console.log(N(5)); }\nconsole.log(C);",
  "try { throw () => 'caught'; } catch (N) { console.log(N(5)); }\nconsole.log(C);",
  "(function N(x) { if (x) console.log(typeof N); })(1);\nconsole.log(C);",
  "(class N { static f() { return typeof N; } }).f();\nconsole.log(C);",
  "for (let N = 0; N < 1; N++) console.log(N);\nconsole.log(C);",
  "for (const N of ['loop']) console.log(N);\nconsole.log(C);",
  "(() => { var N = 1; { let f@ = N; console.log(f@); } })();\nconsole.log(C);",
  "const shape@ = { N: 1, f(N) { return N } }; console.log(shape@.N, shape@.f(2), C);",
  "(({ N }) => console.log(N))({ N: 3 }); console.log(C);",
  "console.log({ N: 1 }.N, C);",
  "N: { console.log(C); break N; }",
];

const globals = ["String", "Object", "Array", "Math", "Number", "Set", "Reflect", "undefined", "NaN", "join", "path"];

/** The package's name means something else nearby, or a name its replacement may need does where it is called. */
function shadowed(place: Place, callee: Callee, name: string): string {
  const { random } = place;
  const taken = random.pick(globals);
  const template = random.chance(0.6)
    ? random.pick(shadows).replace(/\bN\b/g, name)
    : random.pick([
        `console.log(((${taken}) => C)('mine'));`,
        `(function () {\n  var ${taken} = 5;\n  console.log(${taken}, C);\n})();`,
        `(() => {\n  function ${taken}() { return 'own'; }\n  console.log(C);\n})();`,
        `try { throw 1; } catch (${taken}) { console.log(C); }`,
        `for (const ${taken} of [1]) console.log(C);`,
      ]);
  const call = callIn(inside(place, template), callee);
  return numbered(random, template).replace(/\bC\b/g, () => call);
}

/** An argument of its own, for statements that are about nothing. */
export function filler(place: Place): string {
  return place.random.pick([
    "counter += 1;",
    "console.log(counter);",
    `console.log(${argument({ ...place, depth: 2 }, "text")});`,
    "// nothing here",
    "",
  ]);
}
