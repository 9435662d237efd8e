/** The proofs of `npm test` again, with many more inputs per case. */
process.env["SHRINKDEPS_PROOF_RUNS"] ??= "2000";
await import("./proof.test.js");
