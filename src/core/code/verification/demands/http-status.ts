import type { SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Values } from "../../syntax/values.ts";
import type { Literal } from "./literals.ts";

/** What frameworks call the statuses of HTTP, as `plainWord` gives it. */
const statusNames: ReadonlyMap<number, readonly string[]> = new Map([
  [201, ["created"]],
  [202, ["accepted"]],
  [204, ["nocontent"]],
  [206, ["partialcontent"]],
  [301, ["movedpermanently"]],
  [302, ["found"]],
  [303, ["seeother"]],
  [304, ["notmodified"]],
  [307, ["temporaryredirect"]],
  [308, ["permanentredirect"]],
  [400, ["badrequest"]],
  [401, ["unauthorized"]],
  [402, ["paymentrequired"]],
  [403, ["forbidden"]],
  [404, ["notfound"]],
  [405, ["methodnotallowed"]],
  [406, ["notacceptable"]],
  [408, ["requesttimeout"]],
  [409, ["conflict"]],
  [410, ["gone"]],
  [411, ["lengthrequired"]],
  [412, ["preconditionfailed"]],
  [413, ["payloadtoolarge", "requestentitytoolarge", "contenttoolarge"]],
  [414, ["uritoolong", "requesturitoolong"]],
  [415, ["unsupportedmediatype"]],
  [416, ["rangenotsatisfiable", "requestedrangenotsatisfiable"]],
  [418, ["imateapot", "teapot"]],
  [422, ["unprocessableentity", "unprocessablecontent"]],
  [423, ["locked"]],
  [424, ["faileddependency"]],
  [426, ["upgraderequired"]],
  [428, ["preconditionrequired"]],
  [429, ["toomanyrequests"]],
  [431, ["requestheaderfieldstoolarge"]],
  [451, ["unavailableforlegalreasons"]],
  [500, ["internalservererror"]],
  [501, ["notimplemented"]],
  [502, ["badgateway"]],
  [503, ["serviceunavailable"]],
  [504, ["gatewaytimeout"]],
  [507, ["insufficientstorage"]],
]);

/** `http.StatusUnauthorized`, `HttpStatus.NOT_FOUND`, `HTTP_404_NOT_FOUND`. */
export function statusIn(words: Values["words"], value: number): SyntaxNode | null {
  const names = value === 200 ? ["ok"] : (statusNames.get(value) ?? []);
  // `ok`, `found` or `locked` alone are many things.
  const starts = [
    ...([200, 302, 423].includes(value) ? [] : [""]),
    "status",
    `http${String(value)}`,
    `status${String(value)}`,
  ];
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
