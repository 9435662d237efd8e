import { proveInTests } from "./proof/tests.ts";

proveInTests();
