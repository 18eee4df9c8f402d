import { decodeSource, maxSpecBytes } from "../../../src/core/entries/decode-source.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const refused = (message: string) => ({ rule: "unreadable-file", id: null, file: "a.md", line: 1, message });

it("reads UTF-8 without its byte order mark, line ends as they are", () => {
  expect(decodeSource("a.md", bytes("\ufeff# Größe\r\n✓"))).toEqual({ path: "a.md", text: "# Größe\r\n✓" });
  expect(decodeSource("a.md", bytes(""))).toEqual({ path: "a.md", text: "" });
});

it("refuses what is no text, and says what to do", () => {
  expect(decodeSource("a.md", bytes("a\u0000b"))).toEqual(
    refused("The file holds NUL bytes, so it is not text. Remove them."),
  );
  const notUtf8 = refused("The file is not valid UTF-8. Save it as UTF-8.");
  expect(decodeSource("a.md", Uint8Array.from([0x47, 0x72, 0xf6, 0xdf, 0x65]))).toEqual(notUtf8);
  // A lone surrogate, written as if it were a character.
  expect(decodeSource("a.md", Uint8Array.from([0xed, 0xa0, 0x80]))).toEqual(notUtf8);
});

it("reads up to four million bytes and no more", () => {
  const read = (length: number) => {
    const result = decodeSource("a.md", new Uint8Array(length).fill(0x61));
    return "text" in result ? result.text.length : result;
  };
  expect(read(maxSpecBytes)).toBe(4_000_000);
  expect(read(maxSpecBytes + 1)).toEqual(
    refused("The file has 4000001 bytes; at most 4000000 are read. Split it."),
  );
});
