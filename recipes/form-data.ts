import { defineRecipe, type FileName, type MediaType } from "../src/recipe.ts";

export default defineRecipe({
  package: "form-data",
  versions: ">=2.4.0 <5",
  replacement: "FormData, which fetch sends",
  floor: { node: "20.0.0" },
  deviations: [
    {
      severity: "observable",
      note: "Line breaks in texts are sent as CR LF, whichever they are.",
    },
    {
      severity: "observable",
      note: "In names, line breaks are sent as %0D%0A and quotes as %22: versions before 4.0.6, 3.0.5 and 2.5.6 send them as they are, and later ones tell a CR from an LF.",
    },
    {
      severity: "quirk",
      note: "A value that is null or undefined is sent as that word, as later versions do: the first of each major version fail.",
    },
    {
      severity: "observable",
      note: "What is written into a Buffer after it was appended is not sent.",
    },
    {
      severity: "observable",
      note: "The boundary between the fields is another text, and shorter.",
    },
    {
      severity: "observable",
      note: "Before Node 26.2, a redirect of status 307 or 308 sends the form again with another boundary than its headers name; in any version, with what was appended meanwhile.",
    },
    {
      severity: "observable",
      note: "A function that something has put in the place of the global fetch is given a form instead of bytes and a Content-Type.",
    },
  ],
  forms: {
    default: {
      methods: {
        append: [
          (form: FormData, name: string, value: string) => form.append(name, value),
          (form: FormData, name: string, value: string | number | null | undefined) => form.append(name, String(value)),
          (form: FormData, name: string, value: Buffer, filename: FileName, contentType: MediaType) =>
            form.append(name, new Blob([value], { type: contentType }), filename),
        ],
      },
      body: "getBuffer",
      headers: "getHeaders",
    },
  },
  exports: { default: [make] },
});

/** An empty form. */
function make(): FormData {
  return new FormData();
}
