/** How one tool names packages in its configuration, so that `"standard"` can be read as eslint-config-standard. */
export interface Convention {
  /** The packages that are this tool: configured is used. */
  readonly hosts: readonly string[];
  /** Fields of package.json that hold its configuration. */
  readonly fields?: readonly string[];
  /** Paths of its configuration files. */
  readonly files?: RegExp;
  /** Commands whose flags take the same names (`eslint --plugin foo`). */
  readonly commands?: readonly string[];
  readonly rules: readonly Rule[];
}

export interface Rule {
  /** Matched against the keys a value stands under, joined by "."; for a flag, against the flag. */
  readonly under: RegExp;
  /** True when the keys themselves name packages ("settings": { "import/resolver": { "typescript": {} } }). */
  readonly keys?: boolean;
  /** Packages that the value may mean, beside the one it spells out. */
  readonly packages: (value: string) => readonly string[];
}

/**
 * Short names as most tools resolve them: "x" → "prefix-x", "@s" → "@s/prefix", "@s/x" → "@s/prefix-x". A path behind
 * the name ("airbnb/hooks") is cut off first.
 */
export function short(...prefixes: readonly string[]): (value: string) => readonly string[] {
  return (value) => {
    if (/^[./]|\s/.test(value) || value === "") return [];
    const [first = "", second] = value.split("/");
    if (!value.startsWith("@")) return prefixes.map((prefix) => `${prefix}-${first}`);
    if (second === undefined || second === "") return prefixes.map((prefix) => `${first}/${prefix}`);
    return [`${first}/${second}`, ...prefixes.map((prefix) => `${first}/${prefix}-${second}`)];
  };
}

/** Names that live in a tool's own scope: "x" → "@tool/x", "@tool/x-suffix". */
export function scoped(scope: string, ...suffixes: readonly string[]): (value: string) => readonly string[] {
  return (value) => [`${scope}/${value}`, ...suffixes.map((suffix) => `${scope}/${value}${suffix}`)];
}

/** The listed packages for the listed values. */
export function when(table: Readonly<Record<string, readonly string[]>>): (value: string) => readonly string[] {
  return (value) => (Object.hasOwn(table, value) ? table[value]! : []);
}

/** Whatever the value, these packages. */
export function always(...packages: readonly string[]): (value: string) => readonly string[] {
  return () => packages;
}
