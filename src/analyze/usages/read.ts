/** The files that are read for usages: those whose text holds a candidate's name, components as their scripts. */
import type { Project } from "../../project/project.ts";
import { eachOf } from "../../steps.ts";
import { type Component, componentsOf, isUsedOutside, readComponent } from "./component.ts";
import type { SourceText } from "./scope.ts";
import type { Site } from "./site.ts";

/** The sources whose text holds one of the names; the others are never parsed. */
export function readMentioning(project: Project, names: ReadonlySet<string>): SourceText[] {
  const found: SourceText[] = [];
  for (const file of eachOf("search", project.sources)) {
    const read = project.disk.read(file.path);
    if ("text" in read && [...names].some((name) => mentions(read.text, name))) found.push({ file, text: read.text });
  }
  for (const file of componentsOf(project)) {
    const read = project.disk.read(file.path);
    if (!("text" in read) || ![...names].some((name) => mentions(read.text, name))) continue;
    const component = readComponent(file, read.text);
    if (component !== undefined) found.push({ file: component.file, text: read.text, component });
  }
  return found;
}

/** A site of a component whose template may use one of its names is refused. */
export function guardTemplate(site: Site, { file, code, outside }: Component): Site {
  const names = site.bindings.flatMap((binding) => [
    binding.name.text,
    ...binding.references.flatMap(({ alias }) => alias?.bindings.map((one) => one.name.text) ?? []),
  ]);
  // To Svelte `$name` subscribes to the store of that name.
  const isStore = (name: string): boolean => file.path.endsWith(".svelte") && isUsedOutside(code, `$${name}`);
  const used = names.find((name) => isUsedOutside(outside, name) || isStore(name));
  return used === undefined || site.refused !== undefined
    ? site
    : { ...site, refused: `${used} is, or may be, used in the template` };
}

/** True when a text may name the package: the first look, before anything is parsed. */
export function mentions(text: string, name: string): boolean {
  return text.includes(name);
}
