/** A value as text: everything a program could tell apart, without running any of its code. */
export function show(value: unknown, depth = 0): string {
  switch (typeof value) {
    case "string":
      return isSource(value) ? "source text" : JSON.stringify(value);
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    case "bigint":
      return `${value}n`;
    case "function":
      return "function";
    case "symbol":
      return value.toString();
    case "object":
      return value === null ? "null" : showObject(value, depth);
    default:
      return String(value);
  }
}

function showObject(value: object, depth: number): string {
  if (value instanceof Error) return `error ${value.name}`;
  if (value instanceof RegExp || value instanceof Date) return String(value);
  if (value instanceof Number || value instanceof String || value instanceof Boolean) return `object ${String(value)}`;
  if (value instanceof Promise) return "promise";
  if (depth > 4) return "deeper";
  if (value instanceof Map || value instanceof Set)
    return `${value.constructor.name} ${[...value].map((item) => show(item, depth + 1)).join(", ")}`;
  const keys = Reflect.ownKeys(value).filter((key) => !(Array.isArray(value) && key === "length"));
  const members = keys.map((key) => {
    const descriptor = Reflect.getOwnPropertyDescriptor(value, key);
    const text = descriptor !== undefined && "value" in descriptor ? show(descriptor.value, depth + 1) : "accessor";
    return `${isSource(String(key)) ? "source text" : String(key)}: ${text}`;
  });
  const bare = Reflect.getPrototypeOf(value) === null ? "bare " : "";
  return Array.isArray(value) ? `[${value.length}| ${members.join(", ")}]` : `${bare}{${members.join(", ")}}`;
}

/** True for what a function becomes when it is made a text: the wording of the source. */
export function isSource(text: string): boolean {
  return /=>|\bfunction\b|\bclass\b|\) \{/.test(text);
}
