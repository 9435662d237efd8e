import { defineRecipe } from "../src/recipe.ts";
import { isService1, isService2, isService3, isService4 } from "./families/build-services.ts";

const isCi1 = isService1();
const isCi2 = isService2();
const isCi3 = isService3();
const isCi41 = isService4("VELA");
const isCi42 = isService4("CF_PAGES VELA");
const isCi43 = isService4("CF_PAGES VELA WORKERS_CI");
const isCi44 = isService4("ALPIC_HOST CF_PAGES VELA WORKERS_CI");
const isCi = isService4("ALPIC_HOST CAPAWESOME_CLOUD CF_PAGES RWX VELA WORKERS_CI");

export default defineRecipe(
  {
    package: "ci-info",
    versions: "1.6.0",
    replacement: "a look at the environment",
    floor: { node: "6.0.0" },
    exports: { isCI: isCi1 },
  },
  {
    package: "ci-info",
    versions: "2.0.0",
    replacement: "a look at the environment",
    floor: { node: "6.0.0" },
    exports: { isCI: isCi2 },
  },
  {
    package: "ci-info",
    versions: "3.9.0",
    replacement: "a look at the environment",
    floor: { node: "6.0.0" },
    exports: { isCI: isCi3 },
  },
  {
    package: "ci-info",
    versions: ">=4.0.0 <4.2",
    replacement: "a look at the environment",
    floor: { node: "6.0.0" },
    exports: { isCI: isCi41 },
  },
  {
    package: "ci-info",
    versions: "4.2.0",
    replacement: "a look at the environment",
    floor: { node: "6.0.0" },
    exports: { isCI: isCi42 },
  },
  {
    package: "ci-info",
    versions: ">=4.3.0 <4.4",
    replacement: "a look at the environment",
    floor: { node: "6.0.0" },
    exports: { isCI: isCi43 },
  },
  {
    package: "ci-info",
    versions: "4.4.0",
    replacement: "a look at the environment",
    floor: { node: "6.0.0" },
    exports: { isCI: isCi44 },
  },
  {
    package: "ci-info",
    versions: "4.5.0",
    replacement: "a look at the environment",
    floor: { node: "6.0.0" },
    exports: { isCI: isCi },
  },
);
