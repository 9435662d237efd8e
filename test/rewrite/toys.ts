/** Toy packages, as they would be installed, and their recipes: what the engine's own tests rewrite. */

/** Files of node_modules by path. */
export const toyPackages: Readonly<Record<string, string>> = {
  "echo/package.json": '{ "name": "echo", "version": "1.0.0" }',
  "echo/index.js": "module.exports = (text) => String(text) + String(text);",
  "nested/package.json": '{ "name": "nested", "version": "1.0.0" }',
  "nested/index.js":
    "module.exports = function depth(v) { return Array.isArray(v) ? v.reduce((m, one) => Math.max(m, depth(one)), 0) + 1 : 0; };",
  "pad/package.json": '{"name":"pad","version":"1.0.0","main":"index.js"}',
  "pad/index.js":
    "module.exports = function pad(text, length, fill) { return (text + '').padStart(length, fill === undefined ? ' ' : fill); };",
  "pad/index.d.ts": "declare function pad(text: unknown, length: number, fill?: string): string;\nexport = pad;\n",
  "merge-all/package.json": '{"name":"merge-all","version":"2.1.0","main":"index.js"}',
  "merge-all/index.js": "module.exports = Object.assign;",
  "merge-all/index.d.ts": "declare const merge: typeof Object.assign;\nexport = merge;\n",
  "kit/package.json": '{"name":"kit","version":"1.5.0","main":"index.js"}',
  "kit/index.js":
    "exports.twice = function twice(n) { return n * 2; };\nexports.blank = function blank(value) { return value == null; };\nexports.bag = function bag(value) { return (typeof value === 'object' && value !== null) || typeof value === 'function'; };\nexports.shout = function shout(text) { return String(text).toUpperCase() + '!'; };\nexports.odd = function odd(n) { return Math.abs(n % 2) === 1; };\nexports.keep = function keep(list, test) { return list.filter(function (item) { return test(item); }); };\nexports.pick = function pick(o) { return o.f; };\nexports.join = function join(a, b) { return a.concat(b); };\nexports.both = function both(a, b) { return a && b; };\nexports.double = function double(a, b) { return [a, b, a]; };\nexports.each = function each(list, f) { list.forEach(function (x) { f(x); }); };",
  "kit/index.d.ts":
    "export function twice(n: number): number;\nexport function blank(value: unknown): boolean;\nexport function bag(value: unknown): boolean;\nexport function shout(text: unknown): string;\nexport function odd(n: number): boolean;\nexport function pick(o: any): any;\nexport function join(a: readonly unknown[], b: readonly unknown[]): unknown[];\nexport function keep<T>(list: readonly T[], test: (item: T) => boolean): T[];\n",
  "drift/package.json": '{"name":"drift","version":"1.0.0","main":"index.js"}',
  "drift/index.js": "module.exports = function drift(n) { return n + 1; };",
  "sheet/package.json": '{"name":"sheet","version":"1.0.0","main":"index.js"}',
  "sheet/index.js":
    "module.exports = class Sheet { append() {} getBuffer() { return Buffer.from(''); } getHeaders() { return {}; } };",
  "nook/package.json": '{"name":"nook","version":"1.0.0","main":"index.js"}',
  "nook/index.js": "module.exports = function nook(text) { return require('path').join('nook', String(text)); };",
  "where/package.json": '{"name":"where","version":"3.0.0","main":"index.js"}',
  "where/index.js": "module.exports = require('path').join;",
  "where/index.d.ts": "declare function where(...parts: string[]): string;\nexport = where;\n",
  "wipe/package.json": '{"name":"wipe","version":"2.0.0","main":"index.js"}',
  "wipe/index.js":
    "module.exports = function wipe(text) { return String(text).trim(); };\nmodule.exports.all = function all(list) { return list.map(function (text) { return String(text).trim(); }); };",
  "strip/package.json": '{"name":"strip","version":"5.2.0","main":"index.js"}',
  "strip/index.js":
    "const strip = (text) => String(text).trim();\nmodule.exports = strip;\nmodule.exports.default = strip;",
  "polyfill/package.json": '{"name":"polyfill","version":"1.0.0","main":"index.js"}',
  "polyfill/index.js": "globalThis.polyfilled = true; module.exports = function polyfill() {};",
  "signals/package.json": '{"name":"signals","version":"1.0.0","main":"index.js"}',
  "signals/index.js": "module.exports = AbortController; module.exports.AbortController = AbortController;",
  "faults/package.json": '{"name":"faults","version":"1.0.0","main":"index.js"}',
  "faults/index.js":
    "exports.Fault = class Fault extends Error { constructor(text) { super(text); this.code = 7; } static of(text) { return new this(text); } };\nfunction Old(text) { this.text = text; }\nOld.prototype = Object.create(Error.prototype);\nexports.Old = Old;\nexports.raise = function raise(text) { throw new exports.Fault(text); };",
  "faults/index.d.ts":
    "export class Fault extends Error {\n  constructor(text: string);\n  code: number;\n  static of(text: string): Fault;\n}\nexport function raise(text: string): never;\n",
  "paint/package.json": '{"name":"paint","version":"1.0.0","main":"index.js"}',
  "paint/index.js":
    "const make = (styles) => new Proxy((text) => styles.reduce((out, style) => '<' + style + '>' + out, String(text)), { get: (_, style) => make([...styles, style]) });\nmodule.exports = make([]);",
  "sink/package.json": '{"name":"sink","version":"1.0.0","main":"index.js"}',
  "sink/index.js":
    "module.exports = function sink(tell) { const all = []; return { all, take(text) { all.push(text); }, end() { tell(all.join('')); }, on() { return this; } }; };",
};

export const toyRecipes: Readonly<Record<string, string>> = {
  "recipes/echo.ts": `
import { defineRecipe } from "../src/recipe.ts";
export default defineRecipe({
  package: "echo", versions: "^1.0.0", replacement: "String.prototype.repeat", floor: { node: "4.0.0", baseline: "2015-09" },
  exports: { default: say },
});
/** Says a text twice. */
function say(text: unknown): string {
  return echo(text, 2);
}
function echo(text: unknown, times: number): string {
  return times > 1 ? echo(text, times - 1) + String(text) : String(text);
}`,
  "recipes/nested.ts": `
import { defineRecipe } from "../src/recipe.ts";
export default defineRecipe({
  package: "nested", versions: "^1.0.0", replacement: "Array.isArray", floor: { node: "4.0.0", baseline: "2015-09" },
  exports: { default: depth },
});
/** How deep lists stand in lists. */
function depth(value: unknown): number {
  return Array.isArray(value) ? deepest(value) + 1 : 0;
}
function deepest(list: unknown[]): number {
  return Math.max(0, ...list.map((one) => depth(one)));
}`,
  "recipes/sink.ts": `
import { defineRecipe } from "../src/recipe.ts";
export default defineRecipe({
  package: "sink", versions: "1", replacement: "an object", floor: { node: "4.0.0", baseline: "2015-09" },
  gives: { default: ["x.pour(it)", "it.on(full)", "it.once(full)"] },
  exports: { default: gather },
});
/** Gathers texts. */
function gather(tell: unknown): object {
  let all = "";
  return {
    take(text: string) { all += text; },
    end() { (tell as (all: string) => void)(all); },
    on() { return this; },
  };
}`,
  "recipes/pad.ts": `
import { defineRecipe, type SingleCharacter } from "../src/recipe.ts";
export default defineRecipe({
  package: "pad", versions: "^1.0.0", replacement: "String.prototype.padStart", floor: { node: "8.0.0", baseline: "2017-04" },
  exports: {
    default: [
      (text: any, length: number, fill: SingleCharacter = " ") => (text + "").padStart(length, fill),
      /** Pads the start of a text. */
      (text: any, length?: any, fill: any = " ") => (text + "").padStart(length, fill),
    ],
  },
});`,
  "recipes/merge-all.ts": `
import { defineRecipe } from "../src/recipe.ts";
export default defineRecipe({
  package: "merge-all", versions: ">=2 <3", replacement: "Object.assign", floor: { node: "4.0.0", baseline: "2015-09" },
  exports: { default: Object.assign },
});`,
  "recipes/kit.ts": `
import { defineRecipe } from "../src/recipe.ts";
export default defineRecipe({
  package: "kit", versions: "1", replacement: "expressions", floor: { node: "4.0.0", baseline: "2015-09" },
  exports: {
    twice: (n: number) => n * 2,
    blank: (value: unknown) => value === undefined || value === null,
    bag: (value: unknown) => (typeof value === "object" && value !== null) || typeof value === "function",
    /** Makes a text loud. */
    shout: (text: unknown) => String(text).toUpperCase() + "!",
    pick: (o: any) => o.f,
    join: (a: any, b: any) => [...a, ...b],
    both: (a: any, b: any) => a && b,
    double: (a: any, b: any) => [a, b, a],
    each: (list: any, f: any): void => {
      for (const x of list) f(x);
    },
    odd: [(n: number) => Math.abs(n % 2) === 1, (n: any) => Math.abs(n % 2) === 1],
    keep: <T>(list: readonly T[], test: (item: T) => boolean): T[] => list.filter((item) => test(item)),
  },
});`,
  "recipes/drift.ts": `
import { defineRecipe } from "../src/recipe.ts";
export default defineRecipe({
  package: "drift", versions: "^1.0.0", replacement: "an addition", floor: { node: "4.0.0", baseline: "2015-09" },
  deviations: [{ severity: "observable", note: "The tide is another." }],
  exports: { default: (n: number) => n + 1 },
});`,
  "recipes/sheet.ts": `
import { defineRecipe } from "../src/recipe.ts";
export default defineRecipe({
  package: "sheet", versions: "1", replacement: "FormData", floor: { node: "20.0.0" },
  forms: {
    default: {
      methods: { append: (form: FormData, name: string, value: string | number) => form.append(name, String(value)) },
      body: "getBuffer",
      headers: "getHeaders",
    },
  },
  exports: { default: [make] },
});
/** An empty form. */
function make(): FormData {
  return new FormData();
}`,
  "recipes/nook.ts": `
import { join } from "node:path";
import { defineRecipe } from "../src/recipe.ts";
export default defineRecipe({
  package: "nook", versions: "1", replacement: "path.join", floor: { node: "4.0.0" },
  exports: { default: nook },
});
/** A path in the nook. */
function nook(text: unknown): string {
  return join("nook", String(text));
}`,
  "recipes/where.ts": `
import { join } from "node:path";
import { defineRecipe } from "../src/recipe.ts";
export default defineRecipe({
  package: "where", versions: ">=3", replacement: "path.join", floor: { node: "4.0.0" },
  exports: { default: join },
});`,
  "recipes/wipe.ts": `
import { defineRecipe } from "../src/recipe.ts";
/** Trims a text. */
function wipe(text: unknown): string {
  return String(text).trim();
}
export default defineRecipe({
  package: "wipe", versions: "2", replacement: "String.prototype.trim", floor: { node: "4.0.0", baseline: "2015-09" },
  exports: {
    default: [(text: string) => text.trim(), wipe],
    all: (list: any) => list.map((text: unknown) => wipe(text)),
  },
});`,
  "recipes/strip.ts": `
import { defineRecipe } from "../src/recipe.ts";
export default defineRecipe({
  package: "strip", versions: "5", replacement: "String.prototype.trim", floor: { node: "4.0.0", baseline: "2015-09" },
  exports: { default: (text: unknown) => String(text).trim() },
});`,
  "recipes/polyfill.ts": `
import { defineRecipe } from "../src/recipe.ts";
export default defineRecipe({
  package: "polyfill", versions: "1", replacement: "nothing", floor: { node: "4.0.0", baseline: "2015-09" },
  dropSideEffect: true,
  exports: { default: () => undefined },
});`,
  "recipes/faults.ts": `
import { defineRecipe } from "../src/recipe.ts";
/** An error with a code. */
class Fault extends Error {
  readonly code: number;
  constructor(text: string) {
    super(text);
    this.code = 7;
  }
  static of(text: string): Fault {
    return new this(text);
  }
}
/** An error from before there were classes. */
const Old: new (text: string) => Error = inherit(function Old(this: { text: string }, text: string) {
  this.text = text;
});
function inherit(make: unknown): new (text: string) => Error {
  (make as { prototype: unknown }).prototype = Object.create(Error.prototype);
  return make as new (text: string) => Error;
}
export default defineRecipe({
  package: "faults", versions: "1", replacement: "class extends Error", floor: { node: "6.0.0", baseline: "2017-03" },
  exports: {
    Fault,
    Old,
    /** Throws an error with a code. */
    raise: (text: string): never => {
      throw new Fault(text);
    },
  },
});`,
  "recipes/signals.ts": `
import { defineRecipe } from "../src/recipe.ts";
export default defineRecipe({
  package: "signals", versions: "1", replacement: "AbortController", floor: { node: "15.0.0", baseline: "2019-03" },
  exports: { default: AbortController, AbortController },
});`,
};
