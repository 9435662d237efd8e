/** Names for the parameters of functions that a body brings along. */
import { ts } from "../../typescript.ts";
import { skipOuter } from "../usages/syntax.ts";
import { mapExpr } from "./call.ts";
import type { Argument, Expr } from "./template.ts";

const reserved =
  /^(?:break|case|catch|class|const|default|delete|enum|export|extends|false|for|function|if|import|in|new|null|package|private|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield|await|let|item)$/;

/** The body with `item`, what each element of the first argument is called, named after it: `user` for `users`. */
export function nameItems(body: Expr, args: readonly Argument[]): Expr {
  const name = args[0] && singularOf(args[0].node);
  if (name === undefined) return body;
  return mapExpr(body, (expr) => {
    if (expr.kind !== "arrow" || expr.params.length !== 1 || expr.params[0] !== "item") return undefined;
    const renamed = mapExpr(expr.body, (inner) =>
      inner.kind === "local" && inner.name === "item" ? { kind: "local", name } : undefined,
    );
    return { kind: "arrow", params: [name], body: renamed };
  });
}

function singularOf(node: ts.Expression): string | undefined {
  const inner = skipOuter(node);
  const plural = ts.isIdentifier(inner) ? inner.text : ts.isPropertyAccessExpression(inner) ? inner.name.text : "";
  const word = /([A-Z]?[a-z]+)$/.exec(plural)?.[1] ?? "";
  const single = word
    .toLowerCase()
    .replace(/ies$/, "y")
    .replace(/(ch|sh|ss|x)es$|([^s])s$/, "$1$2");
  return single === word.toLowerCase() || single.length < 2 || reserved.test(single) ? undefined : single;
}
