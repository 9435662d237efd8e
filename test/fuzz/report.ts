/** A mistake as a person needs it: the program, what became of it, what is wrong, and how to see it again. */
import type { Examined } from "./examine.ts";

export function reportMistake({ program, after, mistakes, plan }: Examined): string {
  const lines = [
    `seed ${program.seed} (${program.dialect}; ${program.packages.map(({ name, version }) => `${name} ${version}`).join(", ")})`,
  ];
  for (const { kind, detail } of mistakes) lines.push(`${kind}: ${detail}`);
  for (const [path, text] of Object.entries(program.files))
    if (/\.[cm]?[jt]sx?$/.test(path) && !path.endsWith(".d.ts")) lines.push(`--- ${path}, before`, visible(text));
  for (const [path, text] of Object.entries(after))
    if (program.files[path] !== text) lines.push(`--- ${path}, after`, visible(text));
  for (const one of plan?.packages ?? [])
    for (const reason of one.reasons) lines.push(`${one.package} stays: ${reason}`);
  lines.push(`again: npm run fuzz -- --seed ${program.seed} --programs 1`);
  return lines.join("\n");
}

function visible(text: string): string {
  return text.replaceAll("\r", "␍").replace("\uFEFF", "<BOM>");
}
