/** The bodies of if, else and loops, and whether they stand in braces. */
import { ts } from "../typescript.ts";

/** How often bodies have braces, have none on the line below their condition, and have none beside it. */
export interface BodyCounts {
  readonly bodiesBraced: number;
  readonly bodiesBelow: number;
  readonly bodiesBeside: number;
}

/** Which bodies stand in braces: all, those that end on another line than their condition, or some. */
export type BodyBraces = "all" | "below" | "some";

/** A body, and whether it begins on another line than what stands before it. */
export interface Body {
  readonly body: ts.Statement;
  readonly isBelow: boolean;
}

/** The bodies of a statement; an `else if` is no body. */
export function bodiesOf(node: ts.Node, source: ts.SourceFile): readonly Body[] {
  const bodies = ts.isIfStatement(node)
    ? [node.thenStatement, ...(node.elseStatement && !ts.isIfStatement(node.elseStatement) ? [node.elseStatement] : [])]
    : ts.isIterationStatement(node, false)
      ? [node.statement]
      : [];
  return bodies.map((body) => ({ body, isBelow: source.text.slice(body.pos, body.getStart(source)).includes("\n") }));
}

/** Files with so many bodies, all in braces, show that none goes without. */
const telling = 5;

/** What files show that have so many of each. */
export function bodyBraces({ bodiesBraced, bodiesBelow, bodiesBeside }: BodyCounts): BodyBraces {
  if (bodiesBelow > 0) return "some";
  if (bodiesBeside > 0) return "below";
  return bodiesBraced >= telling ? "all" : "some";
}
