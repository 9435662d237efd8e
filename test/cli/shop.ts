/** A small project: one dependency that can go, one with a use that refuses, one that nothing uses. */

const engines = { node: ">=20" };
const dependencies = { "left-pad": "^1.3.0", "tide-clock": "^2.1.3", yocto: "^1.0.0" };

export const shop = {
  "package.json": { name: "shop", version: "1.0.0", type: "module", engines, dependencies: { "left-pad": "^1.3.0" } },
  "package-lock.json": lockfileOf({ "left-pad": "^1.3.0" }),
  "src/label.js": 'import leftPad from "left-pad";\n\nexport const label = (id) => leftPad(String(id), 5, "0");\n',
};

export const bigShop = {
  "package.json": { name: "shop", version: "1.0.0", type: "module", engines, dependencies },
  "package-lock.json": lockfileOf(dependencies),
  "src/label.js": shop["src/label.js"],
  "src/time.js": 'import clock from "tide-clock";\n\nexport const hour = clock("1h");\n',
};

function lockfileOf(wanted: Readonly<Record<string, string>>): object {
  const installed = Object.entries(wanted).map(([name, range]) => [
    `node_modules/${name}`,
    { version: range.slice(1) },
  ]);
  return {
    name: "shop",
    version: "1.0.0",
    lockfileVersion: 3,
    requires: true,
    packages: {
      "": { name: "shop", version: "1.0.0", dependencies: wanted, engines },
      ...Object.fromEntries(installed),
    },
  };
}
