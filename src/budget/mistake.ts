/** Mistakes in the settings, told with their place. */
import { ShrinkdepsError } from "../errors.ts";
import { locateJson } from "../project/json.ts";

/** A settings file, for messages with a place in it. */
export interface SettingsText {
  readonly path: string;
  readonly text: string;
}

/** A mistake in the settings, with its line. */
export function mistake(
  { path, text }: SettingsText,
  keys: readonly (string | number)[],
  message: string,
  hint?: string,
): ShrinkdepsError {
  const line = locateJson(text, keys)?.line;
  const place = { path, ...(line !== undefined && { line }), ...(hint !== undefined && { hint }) };
  return new ShrinkdepsError("settings", message, place);
}
