/** What may be done with what a call gives, where a recipe says that little of it is the same. */
import { refused, rewritten } from "./forms.ts";

const start = `const sink = require("sink");
const from = { pour(to) { to.take("a"); to.take("b"); to.end(); return to; } };
`;
const startAfter = start.replace(`require("sink")`, `require("./sink")`);

const served: readonly (readonly [fact: string, source: string])[] = [
  ["it is poured into where it is made", `from.pour(sink((all) => console.log(all)));\n`],
  ["the other object may be missing", `from?.pour(sink(console.log));\n`],
  ["further arguments go with it", `from.pour(sink(console.log), { end: true });\n`],
  ["what is poured into is listened to", `from.pour(sink(console.log)).on("full", () => {}).once("full", () => {});\n`],
  ["it has a name", `const to = sink(console.log);\nto.on("full", () => {});\nif (to) from.pour(to);\n`],
  ["what is poured into has a name", `let to;\nto = from.pour(sink(console.log));\nto.on("full", () => {});\n`],
  ["a promise is made of it", `new Promise((resolve) => from.pour(sink(resolve))).then(console.log);\n`],
  ["nothing is done with it", `sink();\nvoid sink();\nconsole.log("done");\n`],
];

rewritten(
  "objects of which little is the same that do",
  served.map(([fact, source]) => ({ fact, source: `${start}${source}`, after: `${startAfter}${source}` })),
);

const only = `its replacement only serves x\\.pour\\(it\\), it\\.on\\(full\\), it\\.once\\(full\\)`;

refused("objects of which little is the same that do not", [
  {
    fact: "a member of it is read",
    source: `${start}console.log(sink(console.log).all);\n`,
    because: new RegExp(`all is read of what it gives: ${only}`),
  },
  {
    fact: "a member of it is read by its name",
    source: `${start}const to = sink(console.log);\nfrom.pour(to);\nconsole.log(to.all);\n`,
    because: /all is read of what it gives/,
  },
  {
    fact: "a method of it is called",
    source: `${start}sink(console.log).end();\n`,
    because: /it\.end\(…\) is done with what it gives/,
  },
  {
    fact: "it listens for something else",
    source: `${start}from.pour(sink(console.log)).on("empty", () => {});\n`,
    because: /it\.on\(empty\) is done with what it gives/,
  },
  {
    fact: "it listens for what is computed",
    source: `${start}const event = "full";\nfrom.pour(sink(console.log)).on(event, () => {});\n`,
    because: /it\.on\(…\) is done with what it gives/,
  },
  {
    fact: "a method of it is handed on",
    source: `${start}const { on } = sink(console.log);\nconsole.log(on);\n`,
    because: /what it gives is taken apart/,
  },
  {
    fact: "a member of it is computed",
    source: `${start}console.log(sink(console.log)["all"]);\n`,
    because: /what it gives is handed on/,
  },
  {
    fact: "another method is given it",
    source: `${start}from.fill = from.pour;\nfrom.fill(sink(console.log));\n`,
    because: /what it gives is handed on/,
  },
  {
    fact: "it is not the first argument",
    source: `${start}from.pour(from, sink(console.log));\n`,
    because: /what it gives is handed on/,
  },
  {
    fact: "a function is given it",
    source: `${start}const pour = (to) => from.pour(to);\npour(sink(console.log));\n`,
    because: /what it gives is handed on/,
  },
  {
    fact: "a function returns what is poured into",
    source: `${start}exports.run = () => from.pour(sink(console.log));\n`,
    because: /what it gives is returned: make it a statement of its own/,
  },
  {
    fact: "a function that a promise is not made with returns it",
    source: `${start}Promise.resolve().then(() => from.pour(sink(console.log)));\n`,
    because: /what it gives is returned: make it a statement of its own/,
  },
  {
    fact: "a statement returns it",
    source: `${start}exports.run = () => {\n  return sink(console.log);\n};\n`,
    because: new RegExp(
      `what it gives is returned: make it a statement of its own where nobody uses that, for ${only}`,
    ),
  },
  {
    fact: "it is kept in an object",
    source: `${start}const kept = { to: sink(console.log) };\nfrom.pour(kept.to);\n`,
    because: /what it gives is handed on/,
  },
  {
    fact: "it is exported",
    file: "main.mjs",
    source: `import sink from "sink";\nexport const to = sink(console.log);\n`,
    because: /its result is exported/,
  },
  {
    fact: "the function is passed on",
    source: `${start}[console.log].map(sink);\n`,
    because: /is passed on, and what it gives may be used anyhow/,
  },
  {
    fact: "it is made as of a class",
    source: `${start}from.pour(new sink(console.log));\n`,
    because: /is used as a class/,
  },
]);
