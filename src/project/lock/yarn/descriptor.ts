/** What a package is asked for by: a name and a range, written "name@range". */
export interface Descriptor {
  readonly name: string;
  readonly range: string;
}

const pattern = /^(@[^/@]+\/[^/@]+|[^/@]+)(?:@(.*))?$/s;

/** "@a/b@npm:^1.0.0" → "@a/b" and "npm:^1.0.0"; undefined for what names no package. */
export function parseDescriptor(text: string): Descriptor | undefined {
  const match = pattern.exec(text);
  return match?.[1] === undefined ? undefined : { name: match[1], range: match[2] ?? "" };
}

export function describe({ name, range }: Descriptor): string {
  return `${name}@${range}`;
}
