import assert from "node:assert/strict";
import { after, before, describe, it, type TestContext } from "node:test";
import type { Browser } from "playwright-core";
import type { PackageTree } from "../../../src/analyze/package-tree.ts";
import { packageTree } from "../../../src/analyze/package-tree.ts";
import type { AuditResult } from "../../../src/audit/finding.ts";
import { freedTogether } from "../../../src/project/dominators.ts";
import { readProject } from "../../../src/project/read.ts";
import { renderPage } from "../../../src/report/page/page.ts";
import { lockfile, tree } from "../../project/tree.ts";
import { analysisOf, dependency, footprintOf, usageAt } from "../results.ts";
import { chromiumPath, openBrowser, openPage, seriousFindings } from "./browser.ts";

const calm: AuditResult = {
  schema: 1,
  name: "ferry",
  checks: [{ check: "ranges", findings: [], unknown: ["nothing is known"] }],
};

/** Two dependencies that share one package, and a third with a chain of its own. */
const small: PackageTree = {
  packages: ["a", "b", "c", "c1", "c2", "shared"].map((name, index) => ({
    name,
    version: "1.0.0",
    bytes: 1000 * (index + 1),
    installScript: name === "c2",
  })),
  needs: [[5], [5], [3], [4], [], []],
  entries: ["a", "b", "c"].map((name, to) => ({ name, workspace: "", to })),
};
const analysis = analysisOf([
  dependency("a", {
    usages: [
      usageAt("src/quay.ts", 3),
      { ...usageAt("src/pier.ts", 4), change: { line: 4, before: "a", after: "x.padStart(3)" } },
    ],
  }),
  dependency("b", {
    removal: "manual",
    usages: [usageAt("src/crane.ts", 9, { kind: "refuse", reason: "it is handed on" })],
  }),
  dependency("c", { removal: "no", verdict: "keep", footprint: footprintOf(["c@1.0.0", "c1@1.0.0", "c2@1.0.0"]) }),
]);

const evil = `</script><img src=x onerror="alert(1)">`;

/** A page in which every text that comes from a project is hostile. */
function evilPage(): string {
  return renderPage({
    analysis: analysisOf(
      [
        dependency(evil, {
          replacement: evil,
          usages: [{ ...usageAt(evil, 1), excerpt: evil, change: { line: 1, before: evil, after: `${evil} ` } }],
        }),
      ],
      { name: evil },
    ),
    tree: {
      packages: [{ name: evil, version: evil, bytes: null, installScript: "unknown" }],
      needs: [[]],
      entries: [{ name: evil, workspace: evil, to: 0 }],
    },
    audit: {
      ...calm,
      checks: [
        {
          check: "ranges",
          unknown: [evil],
          findings: [{ check: "ranges", severity: "high", subject: evil, message: evil, advice: evil, path: evil }],
        },
      ],
    },
  });
}

describe("the page as text", () => {
  it("escapes everything it shows, and lets only its own program run", () => {
    const text = evilPage();
    assert.ok(!text.includes("<img"), "markup came through");
    assert.equal(text.match(/<script/g)?.length, 2);
    assert.match(
      text.replaceAll("&#39;", "'"),
      /default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'/,
    );
  });
});

describe("the page in a browser", () => {
  let browser: Browser | undefined;
  before(async () => {
    if (chromiumPath !== undefined) browser = await openBrowser();
  });
  after(async () => await browser?.close());

  /** A test that needs Chromium; without it the test says so. */
  const inBrowser = (fact: string, run: (browser: Browser, context: TestContext) => Promise<void>): void => {
    it(fact, async (context) => {
      if (browser === undefined) context.diagnostic("not tried: Chromium is not installed (apt-get install chromium)");
      else await run(browser, context);
    });
  };

  inBrowser("hostile names stay text, and nothing is loaded or run", async (own) => {
    const { page, complaints, close } = await openPage(own, evilPage());
    await page.click(".group button");
    await page.check("[data-drop]");
    assert.equal(await page.locator("img, iframe, link, script[src], [onerror]").count(), 0);
    assert.ok((await page.textContent("h1"))?.endsWith(evil));
    assert.deepEqual(complaints, []);
    await close();
  });

  inBrowser("ticks add up what leaves, shared packages with the last that needs them", async (own) => {
    const { page, complaints, close } = await openPage(own, renderPage({ analysis, tree: small, audit: calm }));
    const totals = async (): Promise<string | null> => await page.textContent("#totals");
    assert.equal(await totals(), "Dropping 0: 0 packages of 6 leave, 0 bytes, 0 install scripts.");
    await page.check('[data-drop="a"]');
    assert.equal(await totals(), "Dropping 1: 1 package of 6 leave, 1 kB, 0 install scripts.");
    await page.focus('[data-drop="b"]');
    await page.keyboard.press("Space");
    assert.equal(await totals(), "Dropping 2: 3 packages of 6 leave, 9 kB, 0 install scripts.");
    assert.equal(await page.locator(".part.gone").count(), 3);
    await page.click("#tick-all");
    assert.equal(await totals(), "Dropping 1: 1 package of 6 leave, 1 kB, 0 install scripts.");
    await page.click("#tick-none");
    await page.check('[data-drop="c"]');
    assert.equal(await totals(), "Dropping 1: 3 packages of 6 leave, 12 kB, 1 install script.");
    assert.deepEqual(complaints, []);
    await close();
  });

  inBrowser("a box tells who holds what, by packages and by bytes", async (own) => {
    const { page, complaints, close } = await openPage(own, renderPage({ analysis, tree: small, audit: calm }));
    assert.equal(await page.locator(".group").count(), 4);
    await page.focus('[data-holder="c"] button');
    await page.keyboard.press("Enter");
    assert.equal(await page.textContent("#detail p"), "Without it 3 packages, 12 kB would leave.");
    assert.deepEqual(await page.locator("#detail li").allTextContents(), [
      "c@1.0.0 — 3 kB",
      "c1@1.0.0 — 4 kB, needed by c@1.0.0",
      "c2@1.0.0 — 5 kB, needed by c1@1.0.0",
    ]);
    await page.click('[data-holder="shared by several"] button');
    assert.match((await page.textContent("#detail p")) ?? "", /^1 package that more than one direct dependency needs/);
    await page.check('input[value="bytes"]');
    const largest = await page.textContent(".group button >> nth=0");
    assert.equal(largest, "c · 12 kB, 3 packages");
    assert.deepEqual(complaints, []);
    await close();
  });

  inBrowser("sizes that are not known are said to be unknown, not zero", async (own) => {
    const sized = (bytes: readonly (number | null)[]): PackageTree => ({
      ...small,
      packages: small.packages.map((one, index) => ({ ...one, bytes: bytes[index] ?? null })),
    });
    const open = async (tree_: PackageTree) => await openPage(own, renderPage({ analysis, tree: tree_, audit: calm }));
    const none = await open(sized([]));
    assert.equal(await none.page.textContent('[data-holder="c"] button'), "c · 3 packages, size unknown");
    await none.page.click('[data-holder="c"] button');
    assert.equal(await none.page.textContent("#detail p"), "Without it 3 packages, size unknown would leave.");
    await none.page.check('input[value="bytes"]');
    assert.match((await none.page.textContent("#map")) ?? "", /^The size of no package is known/);
    await none.page.check('input[value="packages"]');
    assert.equal(await none.page.locator(".group").count(), 4);
    await none.close();
    const some = await open(sized([1, 1, 3000]));
    await some.page.check('[data-drop="c"]');
    const told = "3 kB (the size of 2 is unknown)";
    assert.equal(await some.page.textContent('[data-holder="c"] button'), `c · 3 packages, ${told}`);
    assert.match(
      (await some.page.textContent("#totals")) ?? "",
      /3 packages of 6 leave, 3 kB \(the size of 2 is unknown\), /,
    );
    assert.deepEqual([...none.complaints, ...some.complaints], []);
    await some.close();
  });

  inBrowser("what is ticked and chosen stays marked when boxes are drawn anew", async (own) => {
    const { page, complaints, close } = await openPage(own, renderPage({ analysis, tree: small, audit: calm }));
    await page.check('[data-drop="c"]');
    await page.click('[data-holder="a"] button');
    await page.check('input[value="bytes"]');
    assert.equal(await page.locator(".part.gone").count(), 3);
    assert.deepEqual(await page.locator('[aria-pressed="true"]').allTextContents(), ["a · 1 kB, 1 package"]);
    await page.setViewportSize({ width: 700, height: 900 });
    await page.waitForFunction(`document.getElementById("map").clientWidth < 700`);
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    assert.equal(await page.locator(".part.gone").count(), 3);
    assert.deepEqual(complaints, []);
    await close();
  });

  inBrowser("a dependency of two workspaces leaves when both are ticked", async (own) => {
    const shared: PackageTree = {
      packages: ["a", "a1"].map((name) => ({ name, version: "1.0.0", bytes: 1000, installScript: false })),
      needs: [[1], []],
      entries: ["apps/one", "apps/two"].map((workspace) => ({ name: "a", workspace, to: 0 })),
    };
    const both = analysisOf(["apps/one", "apps/two"].map((workspace) => ({ ...dependency("a"), workspace })));
    const { page, complaints, close } = await openPage(own, renderPage({ analysis: both, tree: shared, audit: calm }));
    await page.check('[data-workspace="apps/one"]');
    assert.match((await page.textContent("#totals")) ?? "", /^Dropping 1: 0 packages of 2 leave/);
    await page.check('[data-workspace="apps/two"]');
    assert.match((await page.textContent("#totals")) ?? "", /^Dropping 2: 2 packages of 2 leave/);
    assert.deepEqual(complaints, []);
    await close();
  });

  inBrowser("on paper every use is shown, and what only a screen can do is not", async (own) => {
    const { page, close } = await openPage(own, renderPage({ analysis, tree: small, audit: calm }));
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("details[open]").count(), 0);
    for (const use of await page.locator("[data-usages] pre").all())
      assert.ok(((await use.boundingBox())?.height ?? 0) > 5);
    assert.ok((await page.locator("[data-usages] pre").count()) > 2);
    for (const part of ["#map", "#detail", "#search", "#tick-all"])
      assert.ok(await page.locator(part).isHidden(), part);
    await close();
  });

  inBrowser("the search finds uses by file, code and verdict", async (own) => {
    const { page, close } = await openPage(own, renderPage({ analysis, tree: small, audit: calm }));
    const visible = async (): Promise<number> => await page.locator("[data-usage]:not([hidden])").count();
    assert.equal(await visible(), 3);
    await page.click("[data-usages] >> nth=1 >> summary");
    await page.fill("#search", "pier padstart");
    assert.deepEqual([await visible(), await page.textContent("#found")], [1, "1 found"]);
    assert.ok(await page.locator("pre ins").first().isVisible());
    await page.fill("#search", "handed on");
    assert.deepEqual([await visible(), await page.locator("[data-usages]:not([hidden])").count()], [1, 1]);
    await page.fill("#search", "");
    assert.equal(await visible(), 3);
    assert.match((await page.locator("details[open] summary").allTextContents()).join(), /^\s*b: 1 use\s*$/);
    await close();
  });

  inBrowser("axe finds nothing serious, in the light and in the dark", async (own) => {
    for (const dark of [false, true]) {
      const { page, close } = await openPage(own, renderPage({ analysis, tree: small, audit: calm }), { dark });
      await page.click(".group button >> nth=0");
      await page.click("#tick-all");
      assert.deepEqual(await seriousFindings(page), []);
      await close();
    }
  });

  inBrowser("a tree of three thousand packages is drawn whole", async (own) => {
    const count = 3000;
    const large: PackageTree = {
      packages: Array.from({ length: count }, (_, index) => ({
        name: `p${index}`,
        version: "1.0.0",
        bytes: 100 + ((index * 7919) % 9000),
        installScript: false,
      })),
      needs: Array.from({ length: count }, (_, index) =>
        index < 50 ? Array.from({ length: 59 }, (_unused, nth) => 50 + index * 59 + nth) : [],
      ),
      entries: Array.from({ length: 50 }, (_, index) => ({ name: `p${index}`, workspace: "", to: index })),
    };
    const { page, complaints, close } = await openPage(own, renderPage({ analysis, tree: large, audit: calm }));
    assert.equal(await page.locator(".part").count(), count);
    const outside = await page.evaluate(
      `[...document.querySelectorAll(".group")].filter((box) => box.offsetLeft + box.offsetWidth > document.getElementById("map").clientWidth + 1).length`,
    );
    assert.equal(outside, 0);
    assert.deepEqual(complaints, []);
    await close();
  });

  inBrowser("without a tree it says so, and the search still works", async (own) => {
    const unknown = { ...analysis, graph: { known: false, reason: "there is no lockfile" } as const };
    const { page, complaints, close } = await openPage(
      own,
      renderPage({ analysis: unknown, tree: undefined, audit: calm }),
    );
    assert.match((await page.textContent("main")) ?? "", /Which packages would leave is unknown: there is no lockfile/);
    await page.fill("#search", "quay");
    assert.equal(await page.locator("[data-usage]:not([hidden])").count(), 1);
    assert.deepEqual(complaints, []);
    await close();
  });

  inBrowser("its totals are those of the tree it was made from", async (own, context) => {
    const files = {
      "package.json": { name: "ferry", dependencies: { a: "1.0.0", b: "1.0.0", c: "1.0.0" } },
      "package-lock.json": lockfile({
        "": { name: "ferry", dependencies: { a: "1.0.0", b: "1.0.0", c: "1.0.0" } },
        "node_modules/a": { version: "1.0.0", dependencies: { d: "1.0.0" } },
        "node_modules/b": { version: "1.0.0", dependencies: { d: "1.0.0" }, peerDependencies: { c: "1.0.0" } },
        "node_modules/c": { version: "1.0.0", optionalDependencies: { e: "1.0.0", gone: "1.0.0" } },
        "node_modules/d": { version: "1.0.0" },
        "node_modules/e": { version: "1.0.0", optional: true },
      }),
    };
    const project = readProject(tree(context, files));
    assert.ok(project.graph.known);
    const { graph } = project.graph;
    const { page, close } = await openPage(own, renderPage({ analysis, tree: packageTree(project), audit: calm }));
    for (const gone of [["a"], ["c"], ["a", "b"], ["b", "c"], ["a", "b", "c"]]) {
      await page.click("#tick-none");
      for (const name of gone) await page.check(`[data-drop="${name}"]`);
      const freed = freedTogether(graph, (name) => gone.includes(name)).length;
      assert.match(
        (await page.textContent("#totals")) ?? "",
        new RegExp(`: ${freed} packages? of 5 leave`),
        gone.join(),
      );
    }
    await close();
  });
});
