import type { Receipt } from "../../apply/receipt.ts";
import type { TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import { createPaint, type Paint } from "../text/paint.ts";
import { countOf, joinWords } from "../text/quantity.ts";
import { renderPutBack } from "../plan/put-back.ts";
import { indentText, listCommands } from "../text/section.ts";

/** What an apply did, what it could not prove, and what is left to do. */
export function reportReceipt(receipt: Receipt, options: TextOptions): string {
  const paint = createPaint(options.color);
  const sections = [
    renderDone(receipt, options, paint),
    renderVerified(receipt, options, paint),
    renderNotProved(receipt, options, paint),
    renderInstallation(receipt, options),
    renderNext(receipt, paint),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function renderDone({ removed, partial, freed, files }: Receipt, options: TextOptions, paint: Paint): string[] {
  if (files.length === 0) return [paint("bold", "Nothing was changed.")];
  const parts = [
    ...(removed.length > 0 ? [`removed ${joinWords(removed)}`] : []),
    ...(partial.length > 0 ? [`rewrote uses of ${joinWords(partial)}`] : []),
    countOf(files.length, "file") + " written",
    ...(removed.length === 0 ? [] : [describeFreed(freed)]),
  ];
  return indentText(printable(`Done: ${parts.join("; ")}.`), 0, options.columns).map((line) => paint("bold", line));
}

function describeFreed(freed: Receipt["freed"]): string {
  if (freed === undefined) return "how many packages leave the tree is unknown";
  return `${countOf(freed.length, "package")} left the lockfile`;
}

function renderVerified({ verified, putBack, files }: Receipt, options: TextOptions, paint: Paint): readonly string[] {
  if (verified === undefined) return [];
  const { command, runs } = verified;
  const refused = putBack.filter(({ by }) => by === "command");
  const passed = `\`${command}\` passes before and after; it ran ${countOf(runs, "time")}.`;
  return [
    ...(files.length === 0 ? [] : indentText(printable(passed), 0, options.columns)),
    ...renderPutBack(refused, `because of \`${command}\``, options, paint),
  ];
}

function renderNotProved({ notProved }: Receipt, options: TextOptions, paint: Paint): string[] {
  if (notProved.length === 0) return [];
  const lines = notProved.flatMap((sentence) => indentText(printable(sentence), 2, options.columns));
  return [paint("bold", "Not proved"), ...lines];
}

function renderInstallation({ installation, removed }: Receipt, options: TextOptions): string[] {
  if (removed.length === 0) return [];
  if (installation.kind === "left-alone") return ["node_modules was left as it is."];
  if (installation.kind === "updated") return [`${installation.command} brought node_modules in step.`];
  return indentText(printable(`${installation.command} failed: ${installation.reason}`), 0, options.columns);
}

function renderNext({ next, files }: Receipt, paint: Paint): string[] {
  if (files.length === 0) return [];
  const commands = next.map((command): [string, string] => [printable(command), "brings node_modules in step"]);
  return [paint("bold", "Next"), ...listCommands([...commands, ["shrinkdeps undo", "takes it all back"]])];
}
