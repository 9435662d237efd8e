/** Scripts that call the commands of the packages with a recipe, and what becomes of each. */

/** A script, and what becomes of it. */
export interface CommandCase {
  readonly script: string;
  /** `same`: its effects are. A pattern: it is refused for that reason. A note: it shows that deviation of the recipe. */
  readonly expect: "same" | RegExp | { readonly note: string };
  /** Arguments that a person adds behind `npm run … --`. */
  readonly added?: string;
  /** Only these versions; all the recipe speaks for when absent. */
  readonly versions?: string;
  readonly os?: readonly string[];
  /** True for what only the long run tries. */
  readonly isLong?: boolean;
}

const removes = (command: string): CommandCase[] =>
  [
    `${command} dist`,
    `${command} dist build file`,
    `${command} "dist space" .cache`,
    `${command} ünïcode`,
    `${command} missing`,
    `${command} dist/deep/er dist/deep/missing`,
    `${command} ./dist`,
    `${command} dist/`,
    `${command} link`,
    `${command} file/below`,
    `${command} dist && ${command} build || echo failed`,
    `${command} dist; echo done`,
    `GREETING=hello ${command} dist && echo done`,
    `echo one && npx --no-install ${command} dist && node print.js`,
    `node_modules/.bin/${command} dist`,
    `./node_modules/.bin/${command} dist`,
    `(${command} dist) && echo done`,
  ].map((script) => ({ script, expect: "same" as const }));

/** As `removes`: what a shell does between commands is the same for all, and only the long run tries it with each. */
const alsoRemoves = (command: string): CommandCase[] =>
  removes(command).map((one) => ({ ...one, isLong: /[;&(]|\.bin/.test(one.script) }));

const refusals = (command: string): CommandCase[] =>
  (
    [
      [`${command}`, /given no path/],
      [`${command} $DIR`, /holds a variable/],
      [`${command} %DIR%`, /holds a variable/],
      [`${command} dist/*.js`, /is a pattern/],
      [`${command} "dist/**"`, /is a pattern/],
      [`${command} {dist,build}`, /is a pattern/],
      [`${command} 'dist'`, /quoted in a way that cmd\.exe does not know/],
      [`${command} di"st"`, /quoted in a way that cmd\.exe does not know/],
      [`${command} dist\\ space`, /written with a backslash/],
      [`${command} "dist\\\\deep"`, /written with a backslash/],
      [`${command} ~/dist`, /means something to a shell/],
      [`${command} "dist\`pwd\`"`, /output of a command/],
      [`${command} $(pwd)`, /output of a command/],
      [`${command} "dist`, /nothing closes/],
      [`${command} dist > log`, /redirected/],
      [`${command} --unknown dist`, /flag --unknown/],
      [`${command} .`, /no plain path/],
      [`${command} ""`, /no plain path/],
      [`${command} dist/..`, /no plain path/],
      [`${command} dist/../build`, /no plain path/],
      [`${command} 2024`, /no plain path/],
      [`npx ${command}@1 dist`, /way that is not rewritten/],
      [`npx -p other ${command} dist`, /way that is not rewritten/],
      [`env A=b ${command} dist`, /way that is not rewritten/],
      [`concurrently "${command} dist"`, /way that is not rewritten/],
      [`"${command}" dist`, /way that is not rewritten/],
      [`${command} dist # what is old`, /comment/],
      [`${command} dist\necho`, /several lines/],
    ] as const
  ).map(([script, expect]) => ({ script, expect }));

const differing = (note: string, script: string): CommandCase[] => [{ script, expect: { note } }];
const adding = (script: string, note: string): CommandCase => ({ script, expect: { note }, added: "extra build" });

const posix = ["!win32"];
export const commandCases: Readonly<Record<string, readonly CommandCase[]>> = {
  rimraf: [
    ...removes("rimraf"),
    ...refusals("rimraf"),
    { script: "rimraf dangling file-link", expect: "same" },
    adding("rimraf dist", "In an npm script, paths that a person adds behind `npm run … --` are not removed."),
    {
      script: "rimraf link/",
      expect: { note: "In an npm script, a link with a slash behind it is removed, not what it leads to." },
      versions: "<4",
    },
    { script: "rimraf link/", expect: "same", versions: ">=4" },
    { script: "rimraf ../project-that-is-not-there", expect: "same" },
    { script: "rimraf -rf dist", expect: /flag -rf/ },
    { script: "rimraf 'dist'", expect: "same", os: posix },
  ],
  "del-cli": [
    ...alsoRemoves("del"),
    ...refusals("del"),
    { script: "del-cli dist", expect: "same" },
    adding("del dist", "In an npm script, paths that a person adds behind `npm run … --` are not removed."),
    { script: "del ../other", expect: /outside/ },
  ],
  mkdirp: [
    "mkdirp new",
    "mkdirp new/deep/er other",
    'mkdirp "new space/"',
    "mkdirp dist",
    "mkdirp file || echo failed",
    "mkdirp file/below",
    "mkdirp link/below && node print.js",
    "umask 077 && mkdirp new/er",
  ]
    .map((script): CommandCase => ({ script, expect: "same" }))
    .concat(adding("mkdirp new", "In an npm script, paths that a person adds behind `npm run … --` are not made.")),
  "make-dir-cli": [
    "make-dir new",
    "make-dir new/deep/er other",
    "make-dir dist",
    "make-dir file || echo failed",
    "make-dir link/below; npx make-dir x",
  ]
    .map((script): CommandCase => ({ script, expect: "same" }))
    .concat(adding("make-dir new", "In an npm script, paths that a person adds behind `npm run … --` are not made.")),
  shx: [
    ...alsoRemoves("shx rm -rf").filter(({ script }) => !/\.bin|below/.test(script)),
    adding("shx mkdir new", "In an npm script, paths that a person adds behind `npm run … --` are disregarded."),
    ...differing("In an npm script, nothing more is done after the first path that fails.", "shx mkdir dist new"),
    ...differing(
      "In an npm script, a link with a slash behind it is removed, not what it leads to.",
      "shx rm -rf link/",
    ),
    ...differing(
      "In an npm script, `mkdir -p` fails where a link to a file is in its place.",
      "shx mkdir -p file-link",
    ),
    ...differing("In an npm script, `rm -rf` fails on a path below a file.", "shx rm -rf file/below"),
    ...[
      "shx mkdir new",
      "shx mkdir dist",
      "shx mkdir missing/new",
      "shx mkdir -p missing/new dist",
      "shx mkdir -p file",
    ].map((script) => ({ script, expect: "same" as const })),
    ...[
      "shx touch new file old dist/index.js",
      "shx cp old dist/",
      "shx cp file-link new",
      "shx cp dist file",
      "shx cp file old build/",
      "shx cp -r dist new",
      "shx cp -rf dist build",
      "chmod 750 dist/deep && shx cp -r dist new",
    ].map((script) => ({ script, expect: "same" as const })),
    ...[
      "shx touch missing/new",
      "shx touch file-link dangling",
      "shx cp file new",
      "shx cp old dist",
      "shx cp ./old file",
      "shx cp old file/",
      "shx cp dist/index.js .",
      "shx cp old link",
      "shx cp missing new",
      "shx cp dist new",
      "shx cp dist build",
      "chmod 755 file && shx cp file new",
      "shx cp -R dist/ new/",
      "shx cp -r dist/deep build/",
      "shx cp -r dist/deep .",
      "shx cp -r dist build kept",
      "shx cp -r file-link new",
      "shx cp -r file new",
      "shx cp -r file/ new",
      "shx cp -r missing new",
      "shx cp -r dist file",
      "shx mkdir -p new && shx cp -r dist new && shx cp -r dist new",
    ].map((script) => ({ script, expect: "same" as const, isLong: true })),
    ...differing(
      "In an npm script, `touch` fails on a directory, where the package does nothing.",
      "shx touch dist || echo failed",
    ),
    {
      script: "umask 077 && shx cp file new",
      expect: {
        note: "In an npm script, `cp` gives a copy the mode of the file, which version 0.4 leaves to the umask and to the file that was there.",
      },
      versions: ">=0.4",
    },
    { script: "umask 077 && shx cp file new", expect: "same", versions: "<0.4" },
    ...differing(
      "In an npm script, `cp` makes the directories above its target, where the package fails.",
      "shx cp -r dist missing/new",
    ),
    ...differing(
      "In an npm script, `cp` puts a new file in the place of one that is there, also of a link.",
      "shx cp old file-link",
    ),
    ...differing(
      "In an npm script, `cp -r` copies a link as a link, where the package copies the directory that it leads to.",
      "shx cp -r link new",
    ),
    ...differing(
      "In an npm script, `cp -r` leaves the mode of a directory that is there.",
      "chmod 700 dist/deep && mkdir build/deep && shx cp -r dist/deep build",
    ),
    ...(
      [
        ["shx rm dist", /shx rm has no replacement/],
        ["shx cp -u file new", /shx cp -u has no replacement/],
        ["shx cp file", /no source and target/],
        ["shx cp file -r new", /flag -r is not the first word/],
        ["shx cp dist/index.js build/index.js dist", /onto itself/],
        ["shx cp file ./file", /onto itself/],
        ["shx cp file .", /onto itself/],
        ["shx cp -r dist dist/new", /onto itself/],
        ["shx cp build/x dist/x kept", /one name/],
        ["shx cp -r . new", /no plain path/],
        ["shx cp -r dist/. new", /no plain path/],
        ["shx cp ../file new", /no plain path/],
        ["shx cp -r dist/* new", /is (?:a pattern|no plain path)/],
        ["shx mv dist new", /from one device to another/],
        ["shx touch -c new", /shx touch -c has no replacement/],
      ] as const
    ).map(([script, expect]) => ({ script, expect })),
    { script: "shx --silent rm -rf dist", expect: /shx --silent has no replacement/ },
    { script: "shx", expect: /shx has no replacement/ },
  ],
  "is-ci": ["is-ci", "is-ci || node print.js", "npx is-ci && echo one"].map((script) => ({
    script,
    expect: /too many variables/,
    // Earlier ones bring no command.
    versions: ">=1.1",
  })),
  touch: [
    ...[
      "nodetouch new file old dist/index.js",
      "nodetouch file-link dangling",
      'nodetouch "dist space/b" ünïcode/z && node print.js',
      "nodetouch missing/new",
      "nodetouch file/below || echo failed",
      "umask 077 && nodetouch new",
      "echo one && npx --no-install nodetouch .cache/y",
    ].map((script) => ({ script, expect: "same" as const })),
    adding("nodetouch new", "In an npm script, paths that a person adds behind `npm run … --` are disregarded."),
    ...differing(
      "In an npm script, nothing more is done after the first path that fails.",
      "nodetouch missing/new after",
    ),
    ...differing(
      "In an npm script, a directory fails, where the package sets its time.",
      "nodetouch dist || echo failed",
    ),
    ...refusals("nodetouch"),
    { script: "nodetouch -c new", expect: /flag -c/ },
  ],
  copyfiles: [
    ...[
      "copyfiles dist/index.js new/er/",
      "copyfiles -f dist/deep/er/a.js file new",
      "copyfiles -u 1 dist/deep/er/a.js new && echo done",
      "copyfiles missing old new",
      "copyfiles dist new",
      "copyfiles old file || echo failed",
    ].map((script) => ({ script, expect: "same" as const })),
    ...[
      "copyfiles file new",
      "copyfiles ./dist/index.js new",
      "copyfiles --flat dist/index.js dist",
      "copyfiles -u 2 dist/deep/er/a.js new",
      "copyfiles --up 1 dist/index.js dist/deep/er/a.js build",
      'copyfiles "dist space/b" .cache/y ünïcode/z new',
      "copyfiles missing new",
      "copyfiles link new",
      "copyfiles file-link new",
      "copyfiles file file",
      "copyfiles old link",
      "chmod 755 old && npx --no-install copyfiles old new",
      "umask 077 && copyfiles dist/index.js new",
    ].map((script) => ({ script, expect: "same" as const, isLong: true })),
    adding("copyfiles file new", "In an npm script, paths that a person adds behind `npm run … --` are disregarded."),
    ...differing(
      "In an npm script, a link that leads nowhere is passed over, where the package fails.",
      "copyfiles dangling new",
    ),
    ...differing(
      "In an npm script, a path below a file fails, which the package passes over.",
      "copyfiles file/below new",
    ),
    ...(
      [
        ["copyfiles", /no file and directory/],
        ["copyfiles new", /no file and directory/],
        ["copyfiles -f src/*.css new", /is a pattern/],
        ['copyfiles -u 1 "src/**/*.css" new', /is a pattern/],
        ["copyfiles -u 1 file new", /not below 1 directories/],
        ["copyfiles -u file new", /no count/],
        ["copyfiles -a file new", /flag -a/],
        ["copyfiles file new -f", /flag -f/],
        ["copyfiles /etc/hosts new", /no plain path below/],
        ["copyfiles file ../new", /no plain path below/],
        ["copyfiles dist/ new", /dist\//],
        ["copyfiles file .", /no plain path below/],
        ["copyup dist/index.js new", /copyup has no replacement/],
      ] as const
    ).map(([script, expect]) => ({ script, expect })),
  ],
  cpx: [
    ...["cpx dist/index.js new/er/", "cpx missing new", "cpx dist new", "chmod 755 old && cpx old new"].map(
      (script) => ({ script, expect: "same" as const }),
    ),
    ...[
      "cpx file new",
      "cpx ./dist/deep/er/a.js build",
      'cpx "dist space/b" new && echo done',
      "cpx .cache/y new",
      "cpx file-link new",
      "cpx link new",
      "cpx old link",
      "cpx old file || echo failed",
      "umask 077 && cpx file new",
    ].map((script) => ({ script, expect: "same" as const, isLong: true })),
    ...differing("In an npm script, a path below a file fails, which the package passes over.", "cpx file/below new"),
    ...differing(
      "In an npm script, a link that leads nowhere is passed over, where the package fails.",
      "cpx dangling new",
    ),
    adding("cpx file new", "In an npm script, paths that a person adds behind `npm run … --` are disregarded."),
    ...(
      [
        ["cpx", /not given one file/],
        ["cpx file", /not given one file/],
        ["cpx file old new", /not given one file/],
        ['cpx "src/**/*.css" new', /is a pattern/],
        ["cpx --watch file new", /flag --watch/],
        ["cpx ../file new", /no plain path below/],
      ] as const
    ).map(([script, expect]) => ({ script, expect })),
  ],
  "npm-run-all": [
    { script: "run-s one two", expect: "same" },
    { script: "npx run-s fails one", expect: "same" },
    { script: "run-s one stops", expect: { note: "The code of a script that fails is passed on, not 1." } },
    {
      script: "run-s one",
      expect: { note: "What a person adds behind `npm run … --` goes to the last script." },
      added: "--extra",
    },
    ...(
      [
        ["run-p one two", /at the same time/],
        ["npm-run-all --parallel one two", /at the same time/],
        ["npm-run-all -p one two", /at the same time/],
        ["run-s build:*", /no name of one script/],
        ["run-s 'one -- --flag'", /no name of one script/],
        ["run-s --continue-on-error one", /no name of one script/],
        ["npm-run-all one --parallel two", /at the same time/],
        ["run-s", /given no script/],
        ["run-s one && echo done", /one of several commands/],
        ["echo first || run-s one two", /one of several commands/],
        ["run-s one &", /one of several commands/],
        ["run-s one > log", /output is redirected/],
        ["run-s $NAME", /no name of one script/],
      ] as const
    ).map(([script, expect]) => ({ script, expect })),
  ],
  "cross-env": [
    {
      script: "cross-env GREETING=hello node stop.js",
      expect: { note: "A command that a signal ends gives the code of that signal, not 1, or 0 for SIGINT." },
      os: posix,
    },
    ...[
      "cross-env GREETING=hello node print.js",
      "cross-env GREETING=hello OTHER=a=b node print.js one 'two three' \"four five\"",
      "cross-env GREETING=./a/b:c,d@e node print.js *.js && echo done",
      "cross-env GREETING=hello node print.js || cross-env OTHER=x node print.js",
      "OTHER=1 npx cross-env GREETING=hello node print.js",
      "cross-env GREETING=hello cross-env OTHER=x node print.js",
      "cross-env node print.js",
      "cross-env GREETING=hello node missing.js > log",
    ].map((script) => ({ script, expect: "same" as const, os: posix })),
    { script: "cross-env GREETING=hello node print.js", expect: /cmd\.exe/ },
    { script: "cross-env GREETING=hello node print.js", expect: /cmd\.exe/, os: ["linux", "win32"] },
    ...(
      [
        ["cross-env GREETING=$HOME node print.js", /not the same to it and to a shell/],
        ["cross-env GREETING='hello' node print.js $HOME", /reads \$HOME in its own way/],
        ["cross-env PATH=. node print.js", /PATH=\. is not the same/],
        ["cross-env GREETING= node print.js", /GREETING= is not the same/],
        ["cross-env GREETING=hello cd dist", /cd is not the same/],
        ['cross-env GREETING=hello "node print.js"', /not the same/],
        ["cross-env GREETING=hello", /runs no command/],
        ["cross-env GREETING=hello > log node print.js", /no plain command/],
        ["cross-env-shell GREETING=hello node print.js", /cross-env-shell has no replacement/],
      ] as const
    ).map(([script, expect]) => ({ script, expect, os: posix })),
  ],
};
