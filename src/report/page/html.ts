/** HTML that is escaped where it is written: text becomes text, and only what `html` made becomes markup. */

export interface Html {
  readonly html: string;
}

type Value = Html | string | number | readonly Html[];

/** Markup with its values escaped; lists are joined. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const written = strings.map((text, index) => (index === 0 ? text : write(values[index - 1] ?? "") + text));
  return { html: written.join("") };
}

function write(value: Value): string {
  if (typeof value === "string" || typeof value === "number") return escapeHtml(String(value));
  return "html" in value ? value.html : value.map((one) => one.html).join("");
}

/** Text for the content of an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** An element whose content is taken as it is, to the letter: what a policy's hash is of. */
export function textElement(name: "style" | "script", text: string): Html {
  return { html: `<${name}>${text}</${name}>` };
}

/** An element that holds data for the page's program: nothing in it can end the element or start a comment. */
export function dataElement(id: string, value: unknown): Html {
  const text = JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
  return { html: `<script type="application/json" id="${escapeHtml(id)}">${text}</script>` };
}
