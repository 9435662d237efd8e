/**
 * The published projects the tool is tried on: which version, how it is used, and what is expected to go and to stay.
 * Nothing of theirs is kept here; the trees they are installed with are pinned in locks/.
 */
import * as uses from "./uses.ts";

export interface RealProject {
  readonly name: string;
  readonly version: string;
  /** Of the published tarball. */
  readonly integrity: string;
  readonly use: uses.Use;
  /** Found in what the use prints, so that two equal failures are not taken for two successes. */
  readonly proof: RegExp;
  /** Exactly the dependencies that apply removes. */
  readonly goes: readonly string[];
  /** Dependencies with a recipe that stay, with words of the reason given. */
  readonly stays: Readonly<Record<string, RegExp>>;
  /** Differences that a program could observe are allowed: it prints in colour, and is used with colours forced too. */
  readonly observable?: true;
  /** In `npm test`, not only in the whole run. */
  readonly quick?: true;
}

export const projects: readonly RealProject[] = [
  {
    name: "cors",
    version: "2.8.5",
    integrity: "sha512-KIHbLJqu73RGr/hnbrO9uBeixNGuvSQjul/jdFvS/KFSIH1hWVd1ng7zOHx+YrEfInLG7q4n6GHQ9cDtxv/P6g==",
    use: uses.useCors,
    proof: /access-control-allow-origin/,
    goes: ["object-assign"],
    stays: {},
    quick: true,
  },
  {
    name: "express",
    version: "4.18.2",
    integrity: "sha512-5/PsL6iGPdfQ/lKM1UuielYgv3BUoJfz1aUwU9vHZ+J7gyvwdQXFEBIEIaxeGf0GIcreATNyBExtalisDbuMqQ==",
    use: uses.useExpress,
    proof: /tide/,
    goes: [
      "array-flatten",
      "encodeurl",
      "escape-html",
      "merge-descriptors",
      "methods",
      "safe-buffer",
      "setprototypeof",
      "utils-merge",
    ],
    stays: {},
    quick: true,
  },
  {
    name: "json2csv",
    version: "4.5.4",
    integrity: "sha512-YxBhY4Lmn8IvVZ36nqg5omxneLy9JlorkqW1j/EDCeqvmi+CQ4uM+wsvXlcIqvGDewIPXMC/O/oF8DX9EH5aoA==",
    use: uses.useJson2csv,
    proof: /"a\.b","c"/,
    goes: ["lodash.get"],
    stays: {},
  },
  {
    name: "svgo",
    version: "1.3.2",
    integrity: "sha512-yhy/sQYxR5BkC98CY7o31VGsg014AKLEPxdfhora76l36hD9Rdy5NZA/Ocn6yayNPgSamYdtX2rFJdcv07AYVw==",
    use: uses.useSvgo,
    proof: /M0 0h5v5H0z/,
    observable: true,
    goes: ["chalk", "mkdirp", "object.values", "util.promisify"],
    stays: {},
  },
  {
    name: "http-server",
    version: "14.1.1",
    integrity: "sha512-+cbxadF40UXd9T01zUHgA+rlo2Bg1Srer4+B4NwIHdaGxAGGv59nYRnGGDJ9LBk7alpS0US+J+bLLdQOOkJq4A==",
    use: uses.useHttpServer,
    proof: /Ships come in/,
    goes: ["minimist"],
    stays: { chalk: /chalk itself is used/ },
  },
  {
    name: "serve",
    version: "11.3.2",
    integrity: "sha512-yKWQfI3xbj/f7X1lTBg91fXBP0FqjJ4TEi+ilES5yzH0iKJpN5LjNb1YzIfQg9Rqn4ECUS2SOf2+Kmepogoa5w==",
    use: uses.useServe,
    proof: /Ships come in/,
    goes: [],
    stays: { chalk: /chalk itself is used/ },
  },
  {
    name: "mocha",
    version: "7.2.0",
    integrity: "sha512-O9CIypScywTVpNaRrCAgoUnJgozpIofjKUYmJhiCIJMiuYnLI6otcb1/kpW9/n/tJODHGZ7i8aLQoDVsMtOKQQ==",
    use: uses.useMocha,
    proof: /1 passing/,
    goes: ["escape-string-regexp", "object.assign"],
    stays: { mkdirp: /built for browsers/ },
  },
  {
    name: "browserify",
    version: "16.5.2",
    integrity: "sha512-TkOR1cQGdmXU9zW4YukWzWVSJwrxmNdADFbqbE3HFgQWe5wqZmOawqZ7J/8MPCwk/W8yY7Y0h+7mOtcZxLP23g==",
    use: uses.useBrowserify,
    proof: /y hi/,
    goes: ["concat-stream", "has", "inherits", "mkdirp-classic", "xtend"],
    stays: {},
  },
  {
    name: "json-server",
    version: "0.16.3",
    integrity: "sha512-tbsBONiefH7SR5EhSmK4EzwP3kCHuOduUq5hWAQjCwXTva4OBeKVcPrciHNWOK/+12ygtUnjuWcAxuHgqTuBLA==",
    use: uses.useJsonServer,
    proof: /Ostend/,
    observable: true,
    goes: ["chalk", "nanoid"],
    stays: {},
  },
  {
    name: "npm-run-all",
    version: "4.1.5",
    integrity: "sha512-Oo82gJDAVcaMdi3nuoKFavkIHBRVqQ1qvMb+9LHk/cF4P6B2m8aP04hGf7oL6wZ9BuGwX1onlLhpuoofSyoQDQ==",
    use: uses.useNpmRunAll,
    proof: /\[one\s*\] 1/,
    goes: ["string.prototype.padend"],
    stays: { chalk: /kept as a value/ },
  },
  {
    name: "eslint",
    version: "6.8.0",
    integrity: "sha512-K+Iayyo2LtyYhDSYwz5D5QdWw0hCacNzyq1Y821Xna2xSJj7cijoLLYmLxTQgcgZ9mC61nryMy9S7GRbYpI5Ig==",
    use: uses.useEslint,
    proof: /Expected '===' and instead saw '=='/,
    goes: ["mkdirp", "strip-ansi", "text-table"],
    stays: {},
  },
  {
    name: "tape",
    version: "4.13.3",
    integrity: "sha512-0/Y20PwRIUkQcTCSi4AASs+OANZZwqPKaipGCEwp10dQMipVvSZwUUCi01Y/OklIGyHKFhIcjock+DKnBfLAFw==",
    use: uses.useTape,
    proof: /# pass {2}2/,
    goes: [
      "deep-equal",
      "for-each",
      "function-bind",
      "has",
      "inherits",
      "is-regex",
      "minimist",
      "string.prototype.trim",
    ],
    stays: {},
  },
  {
    name: "nodemon",
    version: "2.0.22",
    integrity: "sha512-B8YqaKMmyuCO7BowF1Z1/mkPqLk6cs/l63Ojtd6otKjMx47Dq1utxfRxcavH1I7VSaL8n5BUaoutadnsX3AAVQ==",
    use: uses.useNodemon,
    proof: /\nup/,
    goes: [],
    stays: {},
  },
  {
    name: "hexo-cli",
    version: "4.3.0",
    integrity: "sha512-lr46h1tK1RNQJAQZbzKYAWGsmqF5DLrW6xKEakqv/o9JqgdeempBjIm7HqjcZEUBpWij4EO65X6YJiDmT9LR7g==",
    use: uses.useHexo,
    proof: /Create a new Hexo folder/,
    observable: true,
    goes: ["chalk", "minimist"],
    stays: {},
  },
  {
    name: "istanbul",
    version: "0.4.5",
    integrity: "sha512-nMtdn4hvK0HjUlzr1DrKSUY8ychprt8dzHOgY2KXsIhHu5PuQQEOTM27gV9Xblyon7aUH/TSFIjRHEODF/FRPg==",
    use: uses.useIstanbul,
    proof: /Branches\s*: 50%/,
    goes: ["mkdirp", "once", "which"],
    stays: {},
  },
  {
    name: "jsdoc",
    version: "3.6.11",
    integrity: "sha512-8UCU0TYeIYD9KeLzEcAu2q8N/mx9O3phAGl32nmHlE0LpaJL71mMkP4d+QE5zWfNt50qheHtOZ0qoxVrsX5TUg==",
    use: uses.useJsdoc,
    proof: /Doubles\./,
    goes: ["escape-string-regexp", "mkdirp"],
    stays: {},
  },
  {
    name: "nyc",
    version: "15.1.0",
    integrity: "sha512-jMW04n9SxKdKi1ZMGhvUTHBN0EICCRkHemEoE5jm6mTYcqcdas0ATzgUgejlQUHMvpnOZqGB5Xxsv9KxJW1j8A==",
    use: uses.useNyc,
    proof: /app\.js\s*\|/,
    goes: ["find-up", "make-dir", "p-map", "resolve-from"],
    stays: { rimraf: /passed on as a function/ },
  },
  {
    name: "request",
    version: "2.88.2",
    integrity: "sha512-MsvtOrfG9ZcrOwAW+Qi+F6HbD0CWXEh9ou77uOb7FM2WPhwT7smM833PzanhJLsgXjN89Ir6V2PczXNnMpwKhw==",
    use: uses.useRequest,
    proof: /<uuid>/,
    goes: ["extend", "safe-buffer", "uuid"],
    stays: {},
  },
];
