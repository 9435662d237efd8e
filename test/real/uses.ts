/**
 * How each project is really used, before and after. A use answers with everything the user would have seen; what
 * changes from run to run by itself (times, dates) is blurred.
 */
import type { Place } from "./place.ts";

export type Use = (place: Place) => Promise<string>;

const page = "<!doctype html><title>harbour</title><p>Ships come in at noon.</p>\n";

export const useExpress: Use = (place) => {
  place.write(
    "app.js",
    `const express = require(${JSON.stringify(place.root)});
const app = express();
app.get(["/ships", ["/boats", "/barges"]], (request, response) => response.json({ path: request.path }));
app.get("/bytes", (request, response) => response.send(Buffer.from("tide")));
app.get("/cookie", (request, response) => response.cookie("a", "b c").attachment("naïve.txt").end("set"));
app.use([(request, response, next) => next(), [(request, response, next) => next()]]);
app.use(express.static(__dirname));
app.use((error, request, response, next) => response.status(418).send(error.message));
app.listen(Number(process.argv[2]), "127.0.0.1");
`,
  );
  place.write("index.html", page);
  return place.serve(["app.js", "PORT"], ["/", "/ships", "/barges", "/bytes", "/cookie", "/missing", "/%"]);
};

export const useCors: Use = (place) => {
  place.write(
    "app.js",
    `const cors = require(${JSON.stringify(place.root)});
const http = require("http");
const allow = [cors(), cors({ origin: ["http://a.example", /b/], credentials: true, maxAge: 5 }), cors((request, done) => done(null, { origin: request.url }))];
http.createServer((request, response) => {
  const which = allow[Number(request.url.slice(1, 2))] || allow[0];
  request.headers.origin = "http://a.example";
  which(request, response, () => response.end(JSON.stringify(response.getHeaders())));
}).listen(Number(process.argv[2]), "127.0.0.1");
`,
  );
  return place.serve(["app.js", "PORT"], ["/", "/0", "/1", "/2"]);
};

export const useHttpServer: Use = async (place) => {
  place.write("site/index.html", page);
  place.write("site/deep/a.txt", "a");
  const served = await place.serve(
    [place.of("bin/http-server"), "site", "-a", "127.0.0.1", "-p", "PORT", "-c-1"],
    ["/", "/deep/", "/nothing"],
  );
  const help = await place.node(place.of("bin/http-server"), "--help");
  return `${served}\n${help}`.replace(/\[\d{4}-[^\]]*Z\]|\d{1,2}-\w{3}-\d{4} \d\d:\d\d/g, "<date>");
};

export const useServe: Use = async (place) => {
  place.write("site/index.html", page);
  const served = await place.serve(
    [place.of("bin/serve.js"), "-l", "tcp://127.0.0.1:PORT", "-n", "site"],
    ["/", "/none"],
  );
  return `${served}\n${await place.node(place.of("bin/serve.js"), "--help")}`;
};

export const useMocha: Use = async (place) => {
  place.write(
    "sea.js",
    `const assert = require("assert");
describe("sea (salt)", () => {
  it("is wet", () => assert.equal(1, 1));
  it("is not dry", () => assert.deepEqual({ a: [1, 2] }, { a: [1, 3] }));
});
`,
  );
  const mocha = place.of("bin/mocha");
  const spec = await place.node(mocha, "--reporter", "spec", "sea.js");
  const some = await place.node(mocha, "--reporter", "dot", "-f", "(salt) is wet", "sea.js");
  const xunit = await place.node(mocha, "--reporter", "xunit", "--reporter-options", "output=out/deep/a.xml", "sea.js");
  const help = await place.node(mocha, "--help");
  return [spec, some, xunit, place.read("out/deep/a.xml"), help]
    .join("\n")
    .replace(/\d+ms|time(stamp)?="[^"]*"/g, "<time>");
};

export const useBrowserify: Use = async (place) => {
  place.write("entry.js", `const a = require("./a");\nconsole.log(a.path.basename("/x/y"), a.text);\n`);
  place.write("a.js", `exports.path = require("path");\nexports.text = Buffer.from("aGk=", "base64").toString();\n`);
  const bundle = await place.node(place.of("bin/cmd.js"), "entry.js", "-o", "bundle.js", "--debug");
  const standalone = await place.node(place.of("bin/cmd.js"), "a.js", "--standalone", "a", "-x", "path", "-o", "b.js");
  // It reads several files at once and lists each when it is read.
  const list = (await place.node(place.of("bin/cmd.js"), "entry.js", "--list")).split("\n").sort().join("\n");
  return [bundle, standalone, list, await place.node("bundle.js"), place.read("b.js")].join("\n");
};

export const useJsonServer: Use = (place) => {
  place.write("db.json", JSON.stringify({ ships: [{ id: 1, name: "Tern" }], port: { name: "Ostend" } }));
  const command = place.of("lib/cli/bin.js");
  return place
    .serve([command, "db.json", "--port", "PORT", "--host", "127.0.0.1"], ["/ships", "/ships/1", "/port", "/ships/2"])
    .then((text) => text.replace(/[\d.]+ ms/g, "<time>"));
};

export const useNpmRunAll: Use = async (place) => {
  const scripts = {
    one: `node -e "console.log(1)"`,
    two: `node -e "console.log(2)"`,
    bad: `node -e "process.exit(3)"`,
  };
  place.write("package.json", JSON.stringify({ name: "tasks", version: "1.0.0", scripts }));
  const all = place.of("bin/npm-run-all/index.js");
  const inOrder = await place.node(all, "--silent", "--print-label", "--print-name", "one", "two");
  const failing = await place.node(all, "--silent", "one", "bad");
  return [inOrder, failing, await place.node(place.of("bin/run-s/index.js"), "--help")].join("\n");
};

export const useEslint: Use = async (place) => {
  place.write("a.js", "var a = 1\nif (a == 2) { b() }\n");
  place.write("rules.json", JSON.stringify({ root: true, rules: { semi: 2, eqeqeq: 1, "no-undef": 2, "no-var": 2 } }));
  const eslint = place.of("bin/eslint.js");
  const common = ["--no-eslintrc", "-c", "rules.json", "a.js"];
  const stylish = await place.node(eslint, ...common);
  const frame = await place.node(eslint, "-f", "codeframe", ...common);
  const table = await place.node(eslint, "-f", "table", "-o", "out/deep/table.txt", ...common);
  const cached = await place.node(eslint, "--cache", "--cache-location", "cache/", ...common);
  const missing = await place.node(eslint, "--no-eslintrc", "nothing.js");
  return [stylish, frame, table, place.read("out/deep/table.txt"), cached, missing].join("\n");
};

export const useTape: Use = async (place) => {
  place.write(
    "sea.js",
    `const test = require(${JSON.stringify(place.root)});
test("tides", (t) => { t.plan(3); t.equal(1, 1); t.deepEqual({ a: [1] }, { a: [2] }); t.throws(() => { throw new TypeError("x"); }, TypeError); });
test("later", { skip: true }, (t) => t.end());
`,
  );
  return (await place.node(place.of("bin/tape"), "sea.js")).replace(/:\d+:\d+/g, "<line>");
};

export const useNodemon: Use = async (place) => {
  place.write("app.js", `require("http").createServer((q, r) => r.end("up")).listen(+process.argv[2], "127.0.0.1");\n`);
  const served = await place.serve([place.of("bin/nodemon.js"), "--exitcrash", "app.js", "PORT"], ["/"]);
  return `${served}\n${await place.node(place.of("bin/nodemon.js"), "--help")}`;
};

export const useHexo: Use = async (place) => {
  const hexo = place.of("bin/hexo");
  const created = await place.node(hexo, "init", "blog", "--no-clone", "--no-install");
  const full = await place.node(hexo, "init", "blog");
  const elsewhere = await place.node(hexo, "generate");
  return [created, full, elsewhere, await place.node(hexo, "help"), await place.node(hexo, "version")].join("\n");
};

export const useIstanbul: Use = async (place) => {
  place.write("app.js", `function twice(a) { return a ? a * 2 : 0; }\nconsole.log(twice(4));\n`);
  const istanbul = place.of("lib/cli.js");
  const cover = await place.node(istanbul, "cover", "--dir", "out/deep", "app.js");
  const check = await place.node(istanbul, "check-coverage", "--branches", "90", "--root", "out/deep");
  place.write("src/a.js", "exports.a = 1;\n");
  const instrument = await place.node(istanbul, "instrument", "src", "-o", "made/deep");
  return [cover, place.read("out/deep/lcov.info"), check, instrument, place.read("made/deep/a.js")]
    .join("\n")
    .replace(/__cov_[\w$]+/g, "<hash>");
};

export const useJsdoc: Use = async (place) => {
  place.write(
    "a.js",
    "/**\n * Doubles.\n * @param {number} a one\n * @returns {number} two\n */\nfunction twice(a) { return a * 2; }\n",
  );
  const made = await place.node(place.of("jsdoc.js"), "-d", "out/deep", "a.js");
  const told = await place.node(place.of("jsdoc.js"), "-X", "a.js");
  return [made, place.read("out/deep/global.html"), told].join("\n").replace(/ on \w{3} \w{3} \d\d [^<]*/g, "<date>");
};

export const useNyc: Use = async (place) => {
  place.write("package.json", JSON.stringify({ name: "covered", version: "1.0.0" }));
  place.write("app.js", `const twice = (a) => (a ? a * 2 : 0);\nconsole.log(twice(4));\n`);
  const nyc = place.of("bin/nyc.js");
  const text = await place.node(
    nyc,
    "--reporter=text",
    "--reporter=lcovonly",
    "--report-dir=out/deep",
    process.execPath,
    "app.js",
  );
  const made = await place.node(nyc, "instrument", "app.js", "made/deep", "--delete");
  return [text, place.read("out/deep/lcov.info"), made].join("\n");
};

export const useRequest: Use = async (place) => {
  place.write(
    "app.js",
    `const request = require(${JSON.stringify(place.root)});
const http = require("http");
const server = http.createServer((asked, answer) => {
  let body = "";
  asked.on("data", (chunk) => (body += chunk));
  asked.on("end", () => {
    if (asked.url === "/digest" && !asked.headers.authorization) {
      answer.writeHead(401, { "www-authenticate": 'Digest realm="sea", nonce="n", qop="auth"' });
      return answer.end();
    }
    const id = (text) => String(text).replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, "<uuid>").replace(/[0-9a-f]{32}/g, "<hash>");
    answer.end(JSON.stringify([asked.method, asked.url, id(asked.headers.authorization), id(asked.headers["content-type"]), id(body)]));
  });
});
server.listen(0, "127.0.0.1", () => {
  const at = "http://127.0.0.1:" + server.address().port;
  const calls = [
    { url: at + "/basic", auth: { user: "ann", pass: "é" } },
    { url: at + "/digest", auth: { user: "ann", pass: "b", sendImmediately: false } },
    { url: at + "/form", method: "POST", form: { a: [1, 2] } },
    { url: at + "/related", method: "PUT", multipart: [{ "content-type": "text/plain", body: "one" }, { body: Buffer.from("two") }] },
    { url: at + "/oauth", oauth: { consumer_key: "k", consumer_secret: "s", timestamp: "1", nonce: "2" } },
  ];
  const next = () => {
    const call = calls.shift();
    if (!call) return server.close();
    request(call, (error, response, body) => { console.log(error ? error.message : response.statusCode + " " + body); next(); });
  };
  next();
});
`,
  );
  return (await place.node("app.js")).replace(/oauth_signature[^,]*/g, "<signature>");
};

export const useSvgo: Use = async (place) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><g><rect fill="#ff0000" x="0" y="0" width="5" height="5"/></g></svg>`;
  place.write("in/a.svg", svg);
  place.write("in/deep/b.svg", svg.replace("ff0000", "00ff00"));
  const svgo = place.of("bin/svgo");
  const one = await place.node(svgo, "in/a.svg", "-o", "-");
  // It optimises several files at once and tells of each when it is done.
  const all = (await place.node(svgo, "-r", "-f", "in", "-o", "out/deep")).split("\n").sort().join("\n");
  const plugins = await place.node(svgo, "--show-plugins");
  const wrong = await place.node(svgo, "in/none.svg");
  return [one, all, place.read("out/deep/a.svg"), plugins, wrong].join("\n").replace(/[\d.]+ ms/g, "<time>");
};

export const useJson2csv: Use = async (place) => {
  place.write(
    "in.json",
    JSON.stringify([
      { a: { b: 1 }, c: "x,y", d: [1, null] },
      { a: {}, c: null },
    ]),
  );
  const command = place.of("bin/json2csv.js");
  const nested = await place.node(command, "-i", "in.json", "-f", "a.b,c,d[0]");
  const unwound = await place.node(command, "-i", "in.json", "--unwind", "d", "--flatten");
  const pretty = await place.node(command, "-i", "in.json", "-p");
  return [nested, unwound, pretty].join("\n");
};
