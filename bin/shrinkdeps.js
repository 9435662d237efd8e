#!/usr/bin/env node
import { existsSync } from "node:fs";

const entry = new URL("../dist/src/cli/main.js", import.meta.url);
if (existsSync(entry)) (await import(entry.href)).main(process);
else {
  console.error("shrinkdeps is not built yet (run npm run build in its folder)");
  process.exitCode = 2;
}
