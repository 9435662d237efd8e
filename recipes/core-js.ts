import { defineRecipe, forEffect } from "../src/recipe.ts";

// Entry points that leave every global object as Node 20 has it. The others add what it lacks, or mend what it has.
const features =
  "array-buffer/slice array/at array/concat array/copy-within array/entries array/every array/fill " +
  "array/filter array/find array/find-index array/find-last array/find-last-index array/flat array/flat-map " +
  "array/for-each array/from array/includes array/index-of array/is-array array/iterator array/join " +
  "array/keys array/last-index-of array/map array/of array/reduce array/reduce-right array/reverse " +
  "array/slice array/some array/sort array/splice array/to-reversed array/to-sorted array/to-spliced " +
  "array/unshift array/values array/with date/get-year date/now date/set-year date/to-gmt-string " +
  "date/to-iso-string date/to-json date/to-primitive date/to-string function/bind function/has-instance " +
  "function/name global-this math/acosh math/asinh math/atanh math/cbrt math/clz32 math/cosh math/expm1 " +
  "math/fround math/hypot math/imul math/log10 math/log1p math/log2 math/sign math/sinh math/tanh " +
  "math/to-string-tag math/trunc number/constructor number/epsilon number/is-finite number/is-integer " +
  "number/is-nan number/is-safe-integer number/max-safe-integer number/min-safe-integer number/parse-float " +
  "number/parse-int number/to-exponential number/to-fixed number/to-precision object/assign object/create " +
  "object/define-getter object/define-properties object/define-property object/define-setter object/entries " +
  "object/freeze object/from-entries object/get-own-property-descriptor object/get-own-property-descriptors " +
  "object/get-own-property-names object/get-prototype-of object/has-own object/is object/is-extensible " +
  "object/is-frozen object/is-sealed object/keys object/lookup-getter object/lookup-setter " +
  "object/prevent-extensions object/proto object/seal object/set-prototype-of object/to-string object/values " +
  "promise/all-settled promise/any promise/finally reflect/apply reflect/construct reflect/define-property " +
  "reflect/delete-property reflect/get reflect/get-own-property-descriptor reflect/get-prototype-of " +
  "reflect/has reflect/is-extensible reflect/own-keys reflect/prevent-extensions reflect/set " +
  "reflect/set-prototype-of reflect/to-string-tag regexp/constructor regexp/dot-all regexp/flags " +
  "regexp/match regexp/replace regexp/search regexp/split regexp/sticky regexp/test regexp/to-string " +
  "string/anchor string/big string/blink string/bold string/code-point-at string/ends-with string/fixed " +
  "string/fontcolor string/fontsize string/from-code-point string/includes string/is-well-formed " +
  "string/italics string/iterator string/link string/match string/match-all string/pad-end string/pad-start " +
  "string/raw string/repeat string/replace string/replace-all string/search string/small string/split " +
  "string/starts-with string/strike string/sub string/substr string/sup string/to-well-formed string/trim " +
  "string/trim-end string/trim-left string/trim-right string/trim-start symbol/async-iterator " +
  "symbol/description symbol/has-instance symbol/is-concat-spreadable symbol/iterator symbol/match " +
  "symbol/match-all symbol/replace symbol/search symbol/species symbol/split symbol/to-primitive " +
  "symbol/to-string-tag symbol/unscopables";

const modules =
  "array-buffer.constructor array-buffer.slice array.at array.concat array.copy-within array.every " +
  "array.fill array.filter array.find-index array.find-last-index array.find-last array.find array.flat-map " +
  "array.flat array.for-each array.from array.includes array.index-of array.is-array array.iterator " +
  "array.join array.last-index-of array.map array.of array.reduce-right array.reduce array.reverse " +
  "array.slice array.some array.sort array.species array.splice array.to-reversed array.to-sorted " +
  "array.to-spliced array.unscopables.flat-map array.unscopables.flat array.unshift array.with " +
  "data-view.constructor data-view date.get-year date.now date.set-year date.to-gmt-string " +
  "date.to-iso-string date.to-json date.to-primitive date.to-string function.bind function.has-instance " +
  "function.name global-this map.constructor map math.acosh math.asinh math.atanh math.cbrt math.clz32 " +
  "math.cosh math.expm1 math.fround math.hypot math.imul math.log10 math.log1p math.log2 math.sign math.sinh " +
  "math.tanh math.to-string-tag math.trunc number.constructor number.epsilon number.is-finite " +
  "number.is-integer number.is-nan number.is-safe-integer number.max-safe-integer number.min-safe-integer " +
  "number.parse-float number.parse-int number.to-exponential number.to-fixed number.to-precision " +
  "object.assign object.create object.define-getter object.define-properties object.define-property " +
  "object.define-setter object.entries object.freeze object.from-entries object.get-own-property-descriptor " +
  "object.get-own-property-descriptors object.get-own-property-names object.get-own-property-symbols " +
  "object.get-prototype-of object.has-own object.is-extensible object.is-frozen object.is-sealed object.is " +
  "object.keys object.lookup-getter object.lookup-setter object.prevent-extensions object.proto object.seal " +
  "object.set-prototype-of object.to-string object.values promise.all-settled promise.all promise.any " +
  "promise.catch promise.constructor promise.finally promise promise.race promise.reject promise.resolve " +
  "reflect.apply reflect.construct reflect.define-property reflect.delete-property " +
  "reflect.get-own-property-descriptor reflect.get-prototype-of reflect.get reflect.has " +
  "reflect.is-extensible reflect.own-keys reflect.prevent-extensions reflect.set-prototype-of reflect.set " +
  "reflect.to-string-tag regexp.constructor regexp.dot-all regexp.exec regexp.flags regexp.sticky " +
  "regexp.test regexp.to-string set.constructor set string.anchor string.at-alternative string.big " +
  "string.blink string.bold string.code-point-at string.ends-with string.fixed string.fontcolor " +
  "string.fontsize string.from-code-point string.includes string.is-well-formed string.italics " +
  "string.iterator string.link string.match-all string.match string.pad-end string.pad-start string.raw " +
  "string.repeat string.replace-all string.replace string.search string.small string.split " +
  "string.starts-with string.strike string.sub string.substr string.sup string.to-well-formed " +
  "string.trim-end string.trim-left string.trim-right string.trim-start string.trim symbol.async-iterator " +
  "symbol.description symbol.for symbol.has-instance symbol.is-concat-spreadable symbol.iterator " +
  "symbol.key-for symbol.match-all symbol.match symbol.replace symbol.search symbol.species symbol.split " +
  "symbol.to-primitive symbol.to-string-tag symbol.unscopables weak-map.constructor weak-map " +
  "weak-set.constructor weak-set";

export default defineRecipe({
  package: "core-js",
  versions: ">=3.0.0 <=3.51.0",
  replacement: "what Node itself has",
  floor: { node: "20.0.0" },
  deviations: [
    {
      severity: "quirk",
      note: "Loaded, the package puts a function of its own for Function.prototype.toString, which gives the same texts, and leaves a global __core-js_shared__.",
    },
  ],
  exports: {},
  subpaths: {
    ...forEffect(["./actual/", "./es/", "./features/", "./full/", "./stable/"], features, ["", ".js"]),
    ...forEffect(["./modules/es."], modules, ["", ".js"]),
  },
});
