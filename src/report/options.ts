/** How a report is to look. Every report is a pure function from a result and these to text. */

export interface TextOptions {
  /** Whether escape sequences for colours may be used. */
  readonly color: boolean;
  /** Width to keep to, in terminal cells. */
  readonly columns: number;
}

/** For a pipe, a file or a test: no colours, 80 columns. */
export const plainText: TextOptions = { color: false, columns: 80 };
