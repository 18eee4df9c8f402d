import { criteria } from "../../../../src/core/decision/criteria/index.ts";
import { pathOf, isBlocking } from "../../../../src/core/decision/policy.ts";
import { changeOf, contextOf } from "../../../support/spec-builders.ts";

function answer(id: string, text: string) {
  const criterion = criteria.find((one) => one.id === id);
  if (criterion === undefined) throw new Error(`no criterion ${id}`);
  return criterion.answer(changeOf(null, text), contextOf());
}

test("every criterion has an ID of its own", () => {
  expect(new Set(criteria.map(({ id }) => id)).size).toBe(criteria.length);
});

const speaks: [string, string][] = [
  ["deterministic", "The order of retries is left to the host, as appropriate for its network."],
  [
    "fully-specified",
    "The importer shall give robust feedback and recover smoothly with configured fallbacks.",
  ],
  ["performance-not-a-constraint", "The list stays responsive while a large dataset is loaded."],
  ["non-obvious-interfaces", "The engine must define a mechanism for plug-ins to be pluggable."],
  ["several-components", "The uploader and the index are coordinated by a background process."],
  [
    "platform-constraints",
    "The key is kept in the secure storage of the phone, with native UI on iOS and Android.",
  ],
  ["performance-choices", "Search results use lazy loading with eviction of old pages."],
  ["performance-choices", "Similar questions are found by their embeddings."],
  ["performance-choices", "A circuit breaker opens when the provider fails again and again."],
  ["performance-not-a-constraint", "The first page is displayed to the visitor within 300 ms."],
  ["non-obvious-interfaces", "What visitors type is sanitized against injection attacks."],
];

test.each(speaks)("%s speaks against the direct path", (id, text) => {
  const given = answer(id, text);
  expect(isBlocking(id, given.verdict)).toBe(true);
  expect(given.evidence.length).toBeGreaterThan(0);
  for (const span of given.evidence) expect(text).toContain(span.quote);
  expect(given.need).toContain("“");
  expect(given.because.split(" ").length).toBeLessThanOrEqual(12);
});

test("who logs in is heard, what is written into a log is not", () => {
  expect(answer("non-obvious-interfaces", "The service emits structured logs in JSON.").verdict).toBe("no");
  expect(answer("non-obvious-interfaces", "The list is emptied when the user logs in.").verdict).not.toBe(
    "no",
  );
});

test("what is not to be asks for nothing", () => {
  expect(answer("several-components", "The event is sent at once, not queued, by the client.").verdict).toBe(
    "no",
  );
  expect(answer("performance-choices", "The answer is read without any caching.").verdict).toBe("no");
  expect(answer("performance-choices", "The answer is read with caching.").verdict).not.toBe("no");
});

test("a text that is shown is exact, whatever its words are", () => {
  const shown = 'The program displays "Caches are in sync" and ends with code 0.';
  expect(answer("several-components", shown).verdict).toBe("no");
  expect(answer("performance-choices", shown).verdict).toBe("no");
});

const foreign = [
  "The system zeigt dem Benutzer die Liste der Nachrichten an, wenn das Fenster geöffnet wird.",
  "Le système doit afficher les messages dans la liste pour que chacun les lise.",
  "El sistema debe mostrar los mensajes de la lista cuando se abre.",
  "O sistema deve mostrar as mensagens para os usuários quando não há rede.",
  "RAGバックエンドAPIは、複数のクライアントからの問い合わせをサポートすること",
  "Система должна показывать список сообщений.",
];

test.each(foreign)("%s: the rules say that they cannot read it", (text) => {
  const given = answer("fully-specified", text);
  expect(given.verdict).toBe("unclear");
  expect(given.because).toBe("The rules read English; this is written in another language.");
  expect(given.evidence).toHaveLength(1);
});

const readable = [
  "The label of the button is “Öffnen”, and it must open the list.",
  "The list must show the café and the naïve reading of it.",
  "`タイプ` は `OPEN` / `DOOR` の2種類でなければならない。",
  "The client must send the names de, la and el in the order of the list.",
];

test.each(readable)("%s: is read, or is exact in any language", (text) => {
  expect(answer("fully-specified", text).verdict).toBe("yes");
});

test("a time that is waited for is no goal for speed", () => {
  const waits = "When no answer arrives within 10 seconds, the client gives up.";
  expect(answer("performance-not-a-constraint", waits).verdict).toBe("yes");
});

const exact =
  "If `retries` is 3, the client must set `state` to `FAILED` and throw an error with code 40160.";

test.each(criteria.map(({ id }) => id).filter((id) => id !== "test-data"))(
  "%s is silent on an exact rule",
  (id) => {
    const given = answer(id, exact);
    expect(isBlocking(id, given.verdict)).toBe(false);
    expect(given.need).toBeUndefined();
  },
);

test("test data is found in the text, and its lack alone never calls for a design", () => {
  expect(answer("test-data", "For example `a+b` gives `ab`.").verdict).toBe("yes");
  const answers = criteria.map((one) => ({ id: one.id, ...one.answer(changeOf(null, exact), contextOf()) }));
  expect(answers.find((one) => one.id === "test-data")?.verdict).toBe("no");
  expect(pathOf(answers)).toBe("code");
});

test("only what the change brought is heard", () => {
  const before = "The list stays responsive. It has 10 rows.";
  const after = "The list stays responsive. It has 20 rows.";
  for (const criterion of criteria) {
    if (criterion.id === "test-data") continue;
    const { verdict } = criterion.answer(changeOf(before, after), contextOf());
    expect(isBlocking(criterion.id, verdict)).toBe(false);
  }
});
