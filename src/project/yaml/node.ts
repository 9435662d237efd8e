/** What a YAML text holds, with its place: offsets are UTF-16 units of the text as it is. */

export type YamlNode = YamlScalar | YamlMap | YamlList;

export interface YamlScalar {
  readonly kind: "scalar";
  /** Decoded; "" for a key without a value. */
  readonly text: string;
  /** False for a plain one, which may be a number, `true` or `null`. */
  readonly quoted: boolean;
  readonly start: number;
  readonly end: number;
}

export interface YamlMap {
  readonly kind: "map";
  readonly members: ReadonlyMap<string, YamlMember>;
  /** True for `{a: b}`. */
  readonly flow: boolean;
  readonly start: number;
  readonly end: number;
}

export interface YamlMember {
  readonly key: string;
  readonly value: YamlNode;
  /** Offset of the key, or of the `?` before it. */
  readonly start: number;
  readonly end: number;
}

export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlItem[];
  readonly flow: boolean;
  readonly start: number;
  readonly end: number;
}

export interface YamlItem {
  readonly value: YamlNode;
  /** Offset of the dash; of the value in `[a, b]`. */
  readonly start: number;
  readonly end: number;
}

/** The value of a key; undefined when the node is no mapping or lacks it. */
export function valueAt(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === "map" ? node.members.get(key)?.value : undefined;
}

/** The members of a mapping; none for anything else. */
export function membersAt(node: YamlNode | undefined, key: string): readonly YamlMember[] {
  const value = valueAt(node, key);
  return value?.kind === "map" ? [...value.members.values()] : [];
}

/** A scalar's text; undefined for a collection and for no value at all. */
export function textAt(node: YamlNode | undefined, key: string): string | undefined {
  const value = valueAt(node, key);
  if (value?.kind !== "scalar") return undefined;
  const { text, quoted } = value;
  return quoted || (text !== "" && text !== "~" && text !== "null") ? text : undefined;
}

/** True where a key is plainly `true`. */
export function isTrueAt(node: YamlNode | undefined, key: string): boolean {
  const value = valueAt(node, key);
  return value?.kind === "scalar" && !value.quoted && value.text === "true";
}

/** The scalars of a list under a key. */
export function textsAt(node: YamlNode | undefined, key: string): readonly string[] {
  const value = valueAt(node, key);
  if (value?.kind !== "list") return [];
  return value.items.flatMap((item) => (item.value.kind === "scalar" ? [item.value.text] : []));
}

/** An error of a text that is not read, with the place. */
export interface YamlSyntaxError extends SyntaxError {
  readonly offset: number;
}

export function syntaxError(message: string, offset: number): YamlSyntaxError {
  return Object.assign(new SyntaxError(message), { offset });
}

export function isSyntaxError(error: unknown): error is YamlSyntaxError {
  return error instanceof SyntaxError && "offset" in error;
}
