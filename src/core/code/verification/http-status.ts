import type { SyntaxNode } from "../syntax/syntax-node.ts";
import type { Values } from "../syntax/values.ts";
import type { Literal } from "./literals.ts";

/** What frameworks call the statuses of HTTP, as `plainWord` gives it. */
const statusNames: ReadonlyMap<number, readonly string[]> = new Map([
  [201, ["created"]],
  [202, ["accepted"]],
  [204, ["nocontent"]],
  [304, ["notmodified"]],
  [400, ["badrequest"]],
  [401, ["unauthorized"]],
  [403, ["forbidden"]],
  [404, ["notfound"]],
  [405, ["methodnotallowed"]],
  [409, ["conflict"]],
  [410, ["gone"]],
  [412, ["preconditionfailed"]],
  [413, ["payloadtoolarge", "requestentitytoolarge", "contenttoolarge"]],
  [415, ["unsupportedmediatype"]],
  [422, ["unprocessableentity", "unprocessablecontent"]],
  [429, ["toomanyrequests"]],
  [500, ["internalservererror"]],
  [501, ["notimplemented"]],
  [502, ["badgateway"]],
  [503, ["serviceunavailable"]],
  [504, ["gatewaytimeout"]],
]);

/** `http.StatusUnauthorized`, `HttpStatus.NOT_FOUND`, `HTTP_404_NOT_FOUND`. */
export function statusIn(words: Values["words"], value: number): SyntaxNode | null {
  const names = value === 200 ? ["ok"] : (statusNames.get(value) ?? []);
  // `ok` alone is many things.
  const starts = [...(value === 200 ? [] : [""]), "status", `http${String(value)}`, `status${String(value)}`];
  const forms = names.flatMap((name) => [...starts, "httpstatus"].map((start) => start + name));
  return forms.map((form) => words.get(form)).find((node) => node !== undefined) ?? null;
}

/** Frameworks answer 200 where nobody says otherwise: code need not hold it. */
export function isImplied({ isResult, text }: Literal): boolean {
  return isResult && text === "200";
}

/** "answers 409", "is refused with status 413". */
const answers =
  /\b(?:answer(?:s|ed)?|respon(?:ds?|ded)|returns?|returned|replies|replied|refused|rejected|fails?)(?:\s{1,9}(?:with|by|the|an?|HTTP|status|code)){0,5}\s{0,9}$/i;
/** "When the server answers 429" says when. */
const isCircumstance = /\b(?:when|whenever|if|after|once|where|until|unless)\b[^,;:.]{0,200}$/i;

/** Whether a number is what a server is said to answer with, and not what it is met with. */
export function isAnswered(value: number, before: string): boolean {
  return (
    Number.isInteger(value) &&
    value >= 100 &&
    value < 600 &&
    answers.test(before) &&
    !saysCircumstance(before)
  );
}

/** Whether the words before something say when, and not what comes of it. */
export function saysCircumstance(before: string): boolean {
  return isCircumstance.test(before);
}
