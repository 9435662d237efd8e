/** The proofs of `npm test` again, with many more inputs per case, and others in every run. */
process.env["SHRINKDEPS_PROOF_RUNS"] ??= "2000";
process.env["SHRINKDEPS_PROOF_SEED"] ??= String(Date.now() % 2 ** 31);
await import("./proof.test.js");
