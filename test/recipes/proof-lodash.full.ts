/** The proof of `npm test` again: with a thousand inputs per case it does not end in minutes since its helpers were rewritten for Node 6. */
process.env["SHRINKDEPS_PROOF_RUNS"] ??= "50";
const { proveInTests } = await import("./proof/tests.ts");
proveInTests("lodash");
