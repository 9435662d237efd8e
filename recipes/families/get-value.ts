/** Values at paths of objects, as get-value reads them and what is built on it. */

type Bag = Readonly<Record<PropertyKey, unknown>>;

interface PathOptions {
  readonly default?: unknown;
  readonly separator?: string | RegExp;
  readonly joinChar?: string;
  readonly join?: (parts: readonly unknown[]) => string;
  readonly split?: (path: string) => readonly unknown[];
  readonly isValid?: (key: unknown, holder: unknown) => unknown;
}

function isRecord(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function canHold(value: unknown): value is Bag {
  return isRecord(value) || Array.isArray(value) || typeof value === "function";
}

/**
 * The value at a path ("a.b", or a list of keys), where names may have separators in them; otherwise the fallback. Options:
 * `default`, `separator`, `joinChar`, `join`, `split` and `isValid`.
 */
export function getValue(target?: unknown, path?: unknown, options?: unknown): unknown {
  const given = (isRecord(options) ? options : { default: options }) as PathOptions;
  if (!canHold(target)) return given.default !== undefined ? given.default : target;
  const asked = typeof path === "number" ? String(path) : path;
  const separator = given.separator || ".";
  const glue = given.joinChar || (typeof separator === "string" ? separator : ".");
  const join = (start: unknown, end: unknown): string =>
    typeof given.join === "function" ? given.join([start, end]) : (start as string) + glue + (end as string);
  const isAllowed = (key: unknown, holder: unknown): unknown =>
    typeof given.isValid === "function" ? given.isValid(key, holder) : true;
  if (typeof asked !== "string" && !Array.isArray(asked)) return target;
  if (typeof asked === "string" && asked in target) return isAllowed(asked, target) ? target[asked] : given.default;

  const parts = (
    Array.isArray(asked) ? asked : typeof given.split === "function" ? given.split(asked) : asked.split(separator)
  ) as readonly PropertyKey[];
  const count = parts.length;
  let at: unknown = target;
  let index = 0;
  do {
    let prop = parts[index] as PropertyKey;
    if (typeof prop === "number") prop = String(prop);
    while (prop && (prop as string).slice(-1) === "\\")
      prop = join((prop as string).slice(0, -1), parts[++index] || "");
    let last = index;
    while (!(prop in (at as Bag))) {
      if (last + 1 >= count) return given.default;
      prop = join(prop, parts[++last]);
    }
    if (!isAllowed(prop, at)) return given.default;
    at = (at as Bag)[prop];
    index = last + 1;
  } while (index < count && canHold(at));
  return index === count ? at : given.default;
}
