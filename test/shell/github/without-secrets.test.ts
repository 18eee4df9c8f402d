import fc from "fast-check";
import { codeText, inlineText, quoteText, richText } from "../../../src/core/message/escape.ts";
import { createRedactor } from "../../../src/shell/redact.ts";
import { withoutSecrets } from "../../../src/shell/github/without-secrets.ts";

const secret = "ghs_1234567_eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxMjM0NSJ9.c2lnbmF0dXJl_c2lnbmF0dXJl";
const password = "p@ss_w0rd*deadbeef00$#1";
const { redact } = createRedactor([password]);

function said(body: string): string {
  const action = withoutSecrets({ type: "upsert-comment", marker: "m", body, create: true }, redact);
  return "body" in action ? action.body : "";
}

test.each([secret, password])("however a text is escaped, %s is not said", (value) => {
  for (const escape of [inlineText, codeText, quoteText, richText, (text: string) => text]) {
    const body = said(`<!-- twopath:reply 5 -->\n\n${escape(`GitHub said: ${value} is not valid`)}`);
    expect(body.startsWith("<!-- twopath:reply 5 -->")).toBe(true);
    const plain = body.replaceAll("&#8203;", "").replaceAll("\\", "").replaceAll("<span>$</span>", "$");
    for (const part of value.split(/[^A-Za-z0-9]+/).filter(({ length }) => length > 8))
      expect(plain).not.toContain(part);
  }
});

test("a text without a secret is said as it is", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      expect(said(inlineText(text))).toBe(inlineText(text));
    }),
  );
});
