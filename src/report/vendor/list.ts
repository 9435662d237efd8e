/** The packages whose own code could become the project's, for a terminal. */
import type { VendorableList } from "../../analyze/vendor/vendorable.ts";
import type { TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import { createPaint } from "../text/paint.ts";
import { indentText, listCommands } from "../text/section.ts";

export function reportVendorable({ able, unable }: VendorableList, { color, columns }: TextOptions): string {
  const paint = createPaint(color);
  const sections: string[][] = [
    able.length === 0
      ? ["No package's own code can be taken over."]
      : [
          paint("bold", "Their own code can be taken over"),
          ...able.map(
            ({ name, version, licence }) => `  ${printable(name)} ${printable(version)}, ${printable(licence)}`,
          ),
        ],
  ];
  if (unable.length > 0)
    sections.push([
      paint("bold", "Stay packages"),
      ...unable.flatMap(({ name, reason }) => indentText(printable(`${name}: ${reason}`), 2, columns)),
    ]);
  const [first] = able;
  if (first !== undefined)
    sections.push([
      paint("bold", "Next"),
      ...listCommands([
        [`shrinkdeps apply --dry-run --vendor ${printable(first.name)}`, "show what it becomes, write nothing"],
      ]),
    ]);
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
