import type { PutBack } from "../../apply/receipt.ts";
import type { TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import type { Paint } from "../text/paint.ts";
import { countOf } from "../text/quantity.ts";
import { indentText } from "../text/section.ts";

/** The packages that were to go and stay, each with its reasons. `why` ends the heading. */
export function renderPutBack(
  putBack: readonly PutBack[],
  why: string,
  options: TextOptions,
  paint: Paint,
): readonly string[] {
  if (putBack.length === 0) return [];
  const heading = printable(`Put back: ${countOf(putBack.length, "package")} ${why}`);
  return [
    ...indentText(heading, 0, options.columns).map((line) => paint("bold", line)),
    ...putBack.flatMap(({ package: name, reasons }) => [
      `  ${paint("yellow", printable(name))}`,
      ...reasons.flatMap((reason) => indentText(printable(reason), 4, options.columns)),
    ]),
  ];
}
