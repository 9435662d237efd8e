/** The proofs of `npm test` again, with a thousand inputs per case. `SHRINKDEPS_PROOF_SEED` tries others. */
process.env["SHRINKDEPS_PROOF_RUNS"] ??= "1000";
const { proveInTests } = await import("./proof/tests.ts");
proveInTests("lodash");
