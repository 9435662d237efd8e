/** The proofs of `npm test` again, with many more inputs per case. `SHRINKDEPS_PROOF_SEED` tries others. */
process.env["SHRINKDEPS_PROOF_RUNS"] ??= "300";
await import("./proof.test.js");
