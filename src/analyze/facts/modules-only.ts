/** Files of declarations that declare nothing but modules, as most that describe Node do: nobody sees them who asks for none of these. */

const opening = /^declare module (["'])([^"'*\\]+)\1 \{$/;
/** Between the modules: nothing, or a comment that ends where its line does. */
const idle = /^(?:$|\/\/(?!\/)|\/\*(?:(?!\*\/).)*(?:\*\/)?$| \*(?:(?!\*\/).)*(?:\/)?$)/;
const inside = /^(?:$|\s)/;

/**
 * The names of the modules that the text of a file declares, where its lines show that it declares nothing else: each
 * module ends at the first brace that is not indented, and what is indented adds to no globals. Undefined for any other.
 */
export function modulesOnly(text: string): readonly string[] | undefined {
  if (!text.includes("declare module") || /\bglobal\s*\{/.test(text)) return undefined;
  const names: string[] = [];
  let isInside = false;
  for (const line of text.split(/\r?\n/)) {
    const name = isInside ? undefined : opening.exec(line)?.[2];
    if (name !== undefined) names.push(name);
    else if (!(isInside ? line === "}" || inside.test(line) : idle.test(line))) return undefined;
    if (name !== undefined) isInside = true;
    else if (isInside && line === "}") isInside = false;
  }
  return isInside || names.length === 0 ? undefined : names;
}

/** The names of modules that a text declares or adds to; a comment may stand between the words. */
export function modulesNamed(text: string): readonly string[] {
  return [...text.matchAll(/\bdeclare\s(?:\s|\/\*[^]*?\*\/|\/\/[^\n]*\n)*module\s*(["'])([^"'\n]+)\1/g)].map(
    ([, , name = ""]) => name,
  );
}
