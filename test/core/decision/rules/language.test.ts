import { byRules } from "../../../../src/core/decision/rules/by-rules.ts";
import { languageOf } from "../../../../src/core/decision/rules/language.ts";
import { changeOf, contextOf, entryOf } from "../../../support/spec-builders.ts";

const foreign = [
  "Das System zeigt dem Benutzer die Liste der Nachrichten an.",
  "Le système doit afficher les messages dans la liste.",
  "El sistema debe mostrar los mensajes de la lista.",
  "O sistema deve mostrar as mensagens para os usuários quando não há rede.",
  "Il server deve rispondere quando la rete non è disponibile.",
  "Het systeem moet de lijst tonen en wordt daarna gesloten.",
  "System musi zapisać plik, gdy użytkownik go zamknie, oraz się wylogować.",
  "Kullanıcı için bir oturum açılır ve liste gösterilir.",
  "Systém musí uložit soubor, když je spojení přerušeno.",
  "Systemet ska spara filen och visa den för användaren.",
  "Người dùng không được xóa tệp khi hệ thống đang lưu.",
  "Pengguna harus masuk dengan kata sandi yang benar.",
  "RAGバックエンドAPIは、複数のクライアントからの問い合わせをサポートすること",
  "Система должна показывать список сообщений.",
  "系统必须在三秒内响应。",
];

test.each(foreign)("%s: is not judged, which is said", (text) => {
  expect(byRules(changeOf(null, text), contextOf())).toMatchObject({
    isJudged: false,
    reason: "The rules read English.",
  });
});

const readable = [
  "Retries failed uploads.",
  "The label of the button is “Öffnen”, and it must open the list.",
  "The list must show the café and the naïve reading of it.",
  "The client must send the names de, la and el in the order of the list.",
  "Licensed under MIT; see San José.",
  "Upload limit: 20 MB.",
];

test.each(readable)("%s: is English", (text) => {
  expect(languageOf(changeOf(null, text), contextOf())).toBe("english");
});

test("a text of two words is of the language of those around it", () => {
  const near = ["Das Fenster wird geschlossen.", "Die Liste muss leer sein, wenn keine Nachricht da ist."];
  const context = { ...contextOf(), siblings: () => near.map((text) => entryOf(text)) };
  expect(languageOf(changeOf(null, "Datei speichern."), context)).toBe("other");
  expect(languageOf(changeOf(null, "Datei speichern."), contextOf())).toBe("english");
});

test("a title of Latin words among entries of another script is none of English", () => {
  const near = ["系统必须在三秒内响应，并显示消息列表。", "HUD 条必须平滑过渡到新值。"];
  const context = { ...contextOf(), siblings: () => near.map((text) => entryOf(text)) };
  expect(languageOf(changeOf(null, "Data path resolution"), context)).toBe("other");
  expect(languageOf(changeOf(null, "The data path must be absolute."), context)).toBe("english");
});
