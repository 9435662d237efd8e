/** A process to kill: applies the scene's changes (or undoes them), dying by its own hand at the given call, or never. */
import { commit } from "../../../src/apply/transaction/commit.ts";
import { undo } from "../../../src/apply/undo.ts";
import { dyingSystem } from "./dying-system.ts";
import { sceneChanges } from "./scene.ts";

const [what, root = "", last = "-1"] = process.argv.slice(2);
const { system } = dyingSystem(Number(last), () => process.kill(process.pid, "SIGKILL"));
process.stdout.write("ready\n");
if (what === "undo") undo(root, system);
else commit(root, sceneChanges, ["left-pad"], system);
