import { defineRecipe } from "../src/recipe.ts";
import { pMap, pMapAll, pMapFirst, pMapNumber, pMapReason, pMapThen } from "./families/map.ts";

export default defineRecipe(
  {
    package: "p-map",
    versions: ">=1.2 <3",
    replacement: "a loop of promises",
    floor: { node: "6.0.0", baseline: "2017-03" },
    exports: { default: pMapThen },
  },
  {
    package: "p-map",
    versions: "3.0.0",
    replacement: "a loop of promises",
    floor: { node: "7.6.0", baseline: "2017-04" },
    exports: { default: pMapNumber },
  },
  {
    package: "p-map",
    versions: "4.0.0",
    replacement: "a loop of promises",
    floor: { node: "7.6.0", baseline: "2017-04" },
    exports: { default: pMap },
  },
  {
    package: "p-map",
    versions: "5.0.0",
    replacement: "a loop of promises",
    floor: { node: "7.6.0", baseline: "2017-04" },
    exports: { default: pMap },
  },
  {
    package: "p-map",
    versions: ">=5.4 <6",
    replacement: "a loop of promises",
    floor: { node: "17.0.0", baseline: "2020-09" },
    deviations: [{ severity: "quirk", note: "No listener stays at a signal." }],
    exports: { default: pMapFirst },
  },
  {
    package: "p-map",
    versions: "6.0.0",
    replacement: "a loop of promises",
    floor: { node: "17.0.0", baseline: "2020-09" },
    deviations: [{ severity: "quirk", note: "No listener stays at a signal." }],
    exports: { default: pMapAll },
  },
  {
    package: "p-map",
    versions: ">=7 <7.0.6",
    replacement: "a loop of promises",
    floor: { node: "15.0.0", baseline: "2020-09" },
    deviations: [{ severity: "quirk", note: "No listener stays at a signal." }],
    exports: { default: pMapReason },
  },
  {
    package: "p-map",
    versions: ">=7.0.6 <7.0.8",
    replacement: "a loop of promises",
    floor: { node: "15.0.0", baseline: "2020-09" },
    exports: { default: pMapReason },
  },
);
