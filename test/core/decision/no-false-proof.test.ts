import fc from "fast-check";
import { nothingToBuild } from "../../../src/core/decision/nothing-to-build.ts";
import { changeOf, contextOf } from "../../support/spec-builders.ts";

/**
 * The promise that no changed demand is called nothing to build. Demands of several domains, languages and forms; each
 * content token of each, changed in every way below, must leave the change to a reader.
 */
const demands: readonly string[] = [
  "The server MUST answer a login without a password with `401` and lock the account after 5 attempts.",
  "A refund above 200 euros needs the approval of two managers and is paid within three working days.",
  "If the tank holds less than 15 litres, the pump stops and the red lamp blinks twice per second.",
  "Photos are stored without location data, unless the owner has allowed `geo.share`.",
  "Der Server darf eine abgelaufene Sitzung nicht verlängern und antwortet mit `SESSION_GONE`.",
  "El sistema debe enviar el correo al comprador antes de cobrar la tarjeta.",
  "O sistema deve apagar os rascunhos após 30 dias, exceto os fixados.",
  "System musi odrzucić plik większy niż 10 MB i zapisać powód w dzienniku.",
  "利用者が退会したとき、システムは投稿を30日後に削除する。",
  "| Role | Read | Write |\n|---|---|---|\n| guest | yes | no |\n| editor | yes | yes |",
  "Retry delays by attempt:\n\n| Attempt | Delay |\n|:--|--:|\n| 1 | 500 ms |\n| 2 | 2 s |",
  "On sign-out:\n\n1. revoke the token\n2. clear the cache\n3. close the socket",
  "The export holds:\n\n- the order number\n- the net price in cents\n- the buyer's country",
  'The answer is:\n\n```json\n{ "state": "queued", "retryAfter": 30 }\n```',
  "`connect(host: string, timeout?: number): Promise<Session>` rejects with `TimeoutError` after `timeout` ms.",
  "`nonce` is 12 bytes, big-endian, and is never used for two messages of one key.",
  "A frame is dropped when `seq <= last` and kept when it is newer.",
  "Gift cards are accepted in **all** shops except those at airports.",
  "The report is sent to the patient's doctor every Monday at 07:30 UTC.",
  "Only the last ten versions are kept; older ones are deleted at night.",
  "WHEN both sensors fail THE SYSTEM SHALL open valve 3 and close valve 4.",
  "The default locale is `en-GB`, and dates are written as day, month, year.",
  "A member may invite up to 20 guests, each for at most 7 days.",
  "See [limits](#limits): a batch has 1 to 100 items, and an empty batch is an error.",
  "Heat the oven to 180 °C, then bake the dough for 25 minutes until it is brown.",
];

const token = /[\p{L}\p{N}_]+(?:[.,:'-](?=[\p{L}\p{N}_])[\p{L}\p{N}_]+)*|[<>=°*]+/gu;
/** Words of grammar: an article or a verb's form may be corrected without a change of the demand. */
const grammar = new Set(
  "a an the is are was were has have does do it s el la los der die das o os".split(" "),
);

/** The number of a list item and the target of a reference are read anew from where they stand. */
const isMark = (text: string, at: number): boolean =>
  /(?:^|\n)\d*$/.test(text.slice(0, at))
    ? /^\d+\. /.test(text.slice(at))
    : /\]\(#\w*$|^`{3}$/m.test(text.slice(0, at));

const contentTokens = (text: string): { at: number; word: string }[] =>
  [...text.matchAll(token)]
    .map(({ index, 0: word }) => ({ at: index, word }))
    .filter(({ at }) => !isMark(text, at))
    .filter(({ word }) => !grammar.has(word.toLowerCase()) && !/^[:-]+$/.test(word));

const others = [
  "never",
  "banana",
  "seventeen",
  "42",
  "reject",
  "Freitag",
  "administrador",
  "optional",
  "≥",
  "削除しない",
];

/** Ways to change one token; the last leaves it out. */
const turns: readonly ((word: string, other: string) => string)[] = [
  (_word, other) => other,
  (word, other) => `${word} ${other}`,
  (word, other) => `${other} ${word}`,
  (word) => `not ${word}`,
  (word) => `un${word}`,
  (word) => (/^\d+$/.test(word) ? `${word}0` : `${word}less`),
  () => "",
];

const isProved = (before: string, after: string): boolean =>
  nothingToBuild(changeOf(before, after), contextOf()) !== null;

const place = fc.nat(demands.length - 1).chain((i) =>
  fc.record({
    demand: fc.constant(demands[i] ?? ""),
    at: fc.nat(contentTokens(demands[i] ?? "").length - 1),
  }),
);

test("no demand whose one content token was exchanged, added to, negated or left out is proved to be the same", () => {
  fc.assert(
    fc.property(
      place,
      fc.constantFrom(...turns),
      fc.constantFrom(...others),
      ({ demand, at }, turn, other) => {
        const chosen = contentTokens(demand)[at];
        // A word that is said twice in a row says nothing new.
        if (chosen === undefined) return true;
        fc.pre(!demand.includes(other));
        const { at: from, word } = chosen;
        const turned = demand.slice(0, from) + turn(word, other) + demand.slice(from + word.length);
        return !isProved(demand, turned) && !isProved(turned, demand);
      },
    ),
    { numRuns: 1500 },
  );
});

test("no demand in which two content tokens changed places is proved to be the same", () => {
  fc.assert(
    fc.property(place, fc.nat(30), ({ demand, at }, further) => {
      const words = contentTokens(demand);
      const first = words[at];
      const second = words[(at + 1 + further) % words.length];
      fc.pre(
        first !== undefined && second !== undefined && first.word.toLowerCase() !== second.word.toLowerCase(),
      );
      const [a, b] = [first, second].sort((x, y) => x.at - y.at);
      if (a === undefined || b === undefined) return true;
      const swapped =
        demand.slice(0, a.at) +
        b.word +
        demand.slice(a.at + a.word.length, b.at) +
        a.word +
        demand.slice(b.at + b.word.length);
      return !isProved(demand, swapped);
    }),
    { numRuns: 600 },
  );
});

test("no line of a list, table or fence that is left out is proved to be nothing", () => {
  const lines = demands.flatMap((demand) => {
    const all = demand.split("\n");
    return all.flatMap((line, i) =>
      /\p{L}/u.test(line) && !line.startsWith("```") && all.length > 1
        ? [[demand, all.filter((_l, k) => k !== i).join("\n")]]
        : [],
    );
  });
  expect(lines.filter(([before = "", after = ""]) => isProved(before, after))).toEqual([]);
});

/** A hundred edits of these demands, one for each kind of turn that a reviewer must see, written by hand. */
const edits: readonly (readonly [from: string, to: string])[] = [
  ["MUST answer", "MAY answer"],
  ["without a password", "with a password"],
  ["`401`", "`403`"],
  ["lock the account", "unlock the account"],
  ["after 5", "after 6"],
  ["above 200", "below 200"],
  ["200 euros", "200 dollars"],
  ["two managers", "a manager"],
  ["three working", "three calendar"],
  ["is paid", "is booked"],
  ["less than 15", "more than 15"],
  ["litres", "gallons"],
  ["the pump stops", "the pump starts"],
  ["red lamp", "green lamp"],
  ["twice per", "once per"],
  ["without location", "with location"],
  ["unless the", "if the"],
  ["the owner", "the viewer"],
  ["has allowed", "has denied"],
  ["`geo.share`", "`geo.shared`"],
  ["darf eine", "muss eine"],
  [" nicht verlängern", " verlängern"],
  ["abgelaufene", "laufende"],
  ["verlängern", "verkürzen"],
  ["`SESSION_GONE`", "`session_gone`"],
  ["debe enviar", "puede enviar"],
  ["al comprador", "al vendedor"],
  ["antes de", "después de"],
  ["el correo", "el mensaje"],
  ["la tarjeta", "la cuenta"],
  ["deve apagar", "deve arquivar"],
  ["30 dias", "30 horas"],
  ["após", "antes de"],
  ["exceto os", "incluindo os"],
  ["rascunhos", "modelos"],
  ["musi odrzucić", "może odrzucić"],
  ["większy", "mniejszy"],
  ["10 MB", "10 GB"],
  ["odrzucić", "przyjąć"],
  ["powód", "nazwę"],
  ["30日後", "3日後"],
  ["削除する", "保存する"],
  ["退会した", "入会した"],
  ["投稿を", "写真を"],
  ["システムは", "管理者は"],
  ["| guest | yes | no |", "| guest | no | no |"],
  ["| guest | yes | no |", "| guest | yes | yes |"],
  ["| Read | Write |", "| Write | Read |"],
  ["| editor |", "| owner |"],
  ["\n| editor | yes | yes |", ""],
  ["500 ms", "500 s"],
  ["| 2 s |", "| 20 s |"],
  ["| 1 | 500 ms |\n| 2 | 2 s |", "| 1 | 2 s |\n| 2 | 500 ms |"],
  ["by attempt", "by class"],
  ["Retry delays", "Poll delays"],
  ["1. revoke the token\n2. clear the cache", "1. clear the cache\n2. revoke the token"],
  ["3. close the socket", "3. keep the socket"],
  ["\n3. close the socket", ""],
  ["On sign-out", "On sign-in"],
  ["the token\n", "the tokens\n"],
  ["net price", "gross price"],
  ["in cents", "in euros"],
  ["\n- the buyer's country", ""],
  ["buyer's country", "seller's country"],
  ["The export holds", "The import holds"],
  ['"queued"', '"waiting"'],
  ['"state"', '"status"'],
  ['"retryAfter": 30', '"retryAfter": "30"'],
  ["30 }", "60 }"],
  [', "retryAfter": 30', ""],
  ["timeout?: number", "timeout: number"],
  ["host: string", "host: URL"],
  ["`TimeoutError`", "`ConnectionError`"],
  ["Promise<Session>", "Session"],
  ["` ms.", "` s."],
  ["12 bytes", "12 bits"],
  ["big-endian", "little-endian"],
  ["never used", "used"],
  ["two messages", "all messages"],
  ["one key", "one user"],
  ["seq <= last", "seq < last"],
  ["is dropped", "is kept"],
  ["newer", "older"],
  ["`seq", "`sequence"],
  ["kept when", "logged when"],
  ["**all** shops", "**some** shops"],
  ["except those", "including those"],
  ["accepted in", "refused in"],
  ["airports", "stations"],
  ["Gift cards", "Credit cards"],
  ["doctor", "insurer"],
  ["every Monday", "every month"],
  ["07:30", "19:30"],
  ["UTC", "local time"],
  ["is sent to", "is hidden from"],
  ["Only the last", "The last"],
  ["last ten", "first ten"],
  ["valve 3 and close valve 4", "valve 4 and close valve 3"],
  ["both sensors", "either sensor"],
  ["up to 20 guests, each", "at least 20 guests, each"],
];

test("each of a hundred small edits is left to a reader", () => {
  const missed = edits.filter(([from, to]) => {
    const demand = demands.find((one) => one.includes(from));
    if (demand === undefined) throw new Error(`No demand says ${from}.`);
    return isProved(demand, demand.replace(from, to));
  });
  expect(edits).toHaveLength(100);
  expect(missed).toEqual([]);
});
