/** The long run: thousands of processes killed at random moments, with the exhaustive kills of every run. */
process.env["SHRINKDEPS_KILLS"] ??= "2000";
await import("./kill.test.ts");
