/** What the tests use of another reader of YAML, which is installed for them alone. */

export interface YamlDocument {
  readonly contents: unknown;
  readonly errors: readonly Error[];
  toJS(): unknown;
}

export declare function parseAllDocuments(text: string, options: { readonly schema: "failsafe" }): YamlDocument[];
