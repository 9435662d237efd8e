/** Loads the compiler that ts-morph carries, and asks it nothing: no analysis that needs it can take less. */
import "../src/typescript.ts";
