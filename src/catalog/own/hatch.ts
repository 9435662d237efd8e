/** The escape hatch of a project's own recipe: somebody's code, so what it answers is looked at before it is believed. */
import { ts } from "../../typescript.ts";
import { ShrinkdepsError } from "../../errors.ts";
import type { MemberRewrite } from "../../recipe.ts";
import { isRecord } from "../literal.ts";
import type { RecipeHatch } from "../parse.ts";

export interface HatchPlace {
  readonly path: string;
  readonly line: number;
}

/** The hatch of one era; `era` is its loaded object, undefined where code of recipes may not be run. */
export function hatchOf(place: HatchPlace, era: unknown): RecipeHatch {
  if (era === undefined) {
    const refuse = `its recipe decides by code (\`rewrite\` in ${place.path}), which is run with --allow-recipe-code only`;
    return () => ({ refuse });
  }
  const rewrite = isRecord(era) ? era["rewrite"] : undefined;
  if (typeof rewrite !== "function") throw new ShrinkdepsError("recipe", "`rewrite` is a function", place);
  return (use) => {
    let answer: unknown;
    try {
      answer = Reflect.apply(rewrite, era, [use]);
    } catch (error) {
      const used = [use.export, ...use.members].join(".");
      throw new ShrinkdepsError("recipe", `\`rewrite\` fails for ${used}: ${messageOf(error)}`, place);
    }
    return checked(place, answer);
  };
}

function checked(place: HatchPlace, answer: unknown): MemberRewrite {
  if (answer === undefined) return undefined;
  if (isRecord(answer) && typeof answer["refuse"] === "string") return { refuse: answer["refuse"] };
  const functions = isRecord(answer) ? answer["functions"] : undefined;
  if (!Array.isArray(functions) || functions.length === 0 || !functions.every((text) => typeof text === "string"))
    throw new ShrinkdepsError("recipe", "`rewrite` gives { functions: […] }, { refuse: … } or nothing", place);
  for (const text of functions) if (!isFunction(text)) throw new ShrinkdepsError("recipe", notFunction(text), place);
  return { functions };
}

function isFunction(text: string): boolean {
  const { diagnostics = [] } = ts.transpileModule(`(${text});`, { reportDiagnostics: true });
  const statements = ts.createSourceFile("answer.ts", `(${text});`, ts.ScriptTarget.ESNext).statements;
  const [statement] = statements;
  if (diagnostics.length > 0 || statements.length !== 1 || statement === undefined) return false;
  if (!ts.isExpressionStatement(statement) || !ts.isParenthesizedExpression(statement.expression)) return false;
  const { expression } = statement.expression;
  return ts.isArrowFunction(expression) || ts.isFunctionExpression(expression);
}

function notFunction(text: string): string {
  return `\`rewrite\` gives a function's source, not ${JSON.stringify(text.slice(0, 60))}`;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
}
