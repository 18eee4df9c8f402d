import {
  bullet,
  closesFence,
  commentEnd,
  delimiterColumns,
  fenceOpening,
  headingLevel,
  headingText,
  htmlEnd,
  isDefinition,
  isThematicBreak,
  opensHtml,
  setextLevel,
  structurePrefix,
  tableCells,
} from "../../../../src/core/markdown/scan/scan-line.ts";

/** CommonMark 0.31.2, sections 4 and 5, and GFM 4.10: what one line begins. */
it.each([
  ["# a", 1],
  ["###### a", 6],
  ["####### a", 0],
  ["#", 1],
  ["##\ta", 2],
  ["#a", 0],
  ["a # b", 0],
])("%j is a heading of level %i", (line, level) => {
  expect(headingLevel(line)).toBe(level);
});

it.each([
  ["# One", 1, "One", null],
  ["## One ##  ", 2, "One", null],
  ["## One #####", 2, "One", null],
  ["## One#", 2, "One#", null],
  ["# #", 1, "", null],
  ["#  ", 1, "", null],
  ["# One {#here}", 1, "One", "here"],
  ["# One {#here} ##", 1, "One", "here"],
  ["# One {#here} more", 1, "One {#here} more", null],
  ["# One {# a}", 1, "One {# a}", null],
  ["One #", 0, "One #", null],
  [`# ${"a".repeat(600)}`, 1, `${"a".repeat(500)} […]`, null],
])("%j reads as it does", (line, level, text, anchor) => {
  expect(headingText(line, level)).toEqual({ text, anchor });
});

it.each([
  ["```", { char: "`", length: 3, info: "" }],
  ["````  JSON title ", { char: "`", length: 4, info: "JSON title" }],
  ["~~~ a`b", { char: "~", length: 3, info: "a`b" }],
  ["``` a`b", null],
  ["``", null],
  ["'''", null],
  ["a```", null],
])("%j opens the fence %j", (line, fence) => {
  expect(fenceOpening(line)).toEqual(fence);
});

it.each([
  ["```", "`", 3, true],
  ["`````  ", "`", 3, true],
  ["``", "`", 3, false],
  ["~~~", "`", 3, false],
  ["``` a", "`", 3, false],
])("%j closes a fence of %s × %i: %s", (line, char, length, closes) => {
  expect(closesFence(line, char, length)).toBe(closes);
});

it.each([
  ["---", true],
  ["* * *", true],
  ["_\t_ _ _", true],
  ["--", false],
  ["- -", false],
  ["-*-", false],
  ["+++", false],
  ["--- a", false],
  ["-".repeat(structurePrefix), true],
  ["-".repeat(structurePrefix + 1), false],
])("%j is a thematic break: %s", (line, is) => {
  expect(isThematicBreak(line)).toBe(is);
});

it.each([
  ["=", 1],
  ["=====  ", 1],
  ["-", 2],
  ["--", 2],
  ["= =", 0],
  ["=-", 0],
  ["+", 0],
  ["", 0],
])("%j underlines a heading of level %i", (line, level) => {
  expect(setextLevel(line)).toBe(level);
});

it.each([
  ["- a", { marker: "-", number: null, width: 1 }],
  ["*\ta", { marker: "*", number: null, width: 1 }],
  ["+", { marker: "+", number: null, width: 1 }],
  ["-a", null],
  ["1. a", { marker: "1.", number: 1, width: 2 }],
  ["010) a", { marker: "010)", number: 10, width: 4 }],
  ["123456789. a", { marker: "123456789.", number: 123456789, width: 10 }],
  ["1234567890. a", null],
  ["1.", { marker: "1.", number: 1, width: 2 }],
  ["1.a", null],
  ["1: a", null],
  ["a. b", null],
  ["–", null],
])("%j begins the item %j", (line, item) => {
  expect(bullet(line)).toEqual(item);
});

describe("HTML", () => {
  it.each([
    ["<div>", true, true],
    ["<div class=x", true, true],
    ["</DIV>", true, true],
    ["<table", true, true],
    ["<pre>", true, true],
    ["<custom-tag a=b>", true, false],
    ["<a name=x></a>", false, false],
    ["<a name=x>  ", true, false],
    ["<b>bold</b> text", false, false],
    ["<?php", true, true],
    ["<!DOCTYPE html>", true, true],
    ["<![CDATA[", true, true],
    ["<https://example.org>", false, false],
    ["<", false, false],
    ["< div>", false, false],
    ["a <div>", false, false],
  ])("%j opens a block: %s, in a paragraph: %s", (line, alone, inParagraph) => {
    expect(opensHtml(line, false)).toBe(alone);
    expect(opensHtml(line, true)).toBe(inParagraph);
  });

  it.each([
    ["<pre>", "</pre>"],
    ["<SCRIPT src=x>", "</script>"],
    ["<style", "</style>"],
    ["<textarea>", "</textarea>"],
    ["</pre>", null],
    ["<div>", null],
    ["<?x", null],
  ])("what %j opens ends at %j", (line, end) => {
    expect(htmlEnd(line)).toBe(end);
  });

  it("has comments of its own", () => {
    expect(commentEnd("<!-- a -->", false)).toBe("-->");
    expect(commentEnd("{/* a */}", true)).toBe("*/}");
    expect(commentEnd("{/* a */}", false)).toBeNull();
    expect(commentEnd("<!- a", false)).toBeNull();
    expect(commentEnd("a <!--", false)).toBeNull();
  });
});

it.each([
  ["[a]: http://x", true],
  ['[a b]: <x y> "A title"', true],
  ["[a]: x (a title)", true],
  ["[a]:x", true],
  ["[a b]:", false],
  ["[a]: ", false],
  ["[Note]: the server must wait.", false],
  ["[Limit]: 30 seconds", false],
  ['[a]: x "A title" and more', false],
  ["[^1]: a footnote", false],
  ["[]: x", false],
  ["[a] : x", false],
  ["see [a]: x", false],
])("%j defines a link: %s", (line, is) => {
  expect(isDefinition(line)).toBe(is);
});

it.each([
  ["|---|:-:|", 2],
  ["--- | ---:", 2],
  [" | :- | ", 1],
  ["---", 0],
  ["| a | - |", 0],
  ["|  |", 0],
  ["|:|-|", 0],
  ["|- -|", 0],
  [`|${"-".repeat(4 * structurePrefix)}|`, 0],
])("%j underlines %i columns", (line, columns) => {
  expect(delimiterColumns(line)).toBe(columns);
});

it.each([
  ["| a | b |", ["a", "b"]],
  ["a | b", ["a", "b"]],
  ["| a | b", ["a", "b"]],
  ["| a \\| b | c |", ["a \\| b", "c"]],
  ["|| a |", ["", "a"]],
  ["", []],
])("%j has the cells %j", (line, cells) => {
  expect(tableCells(line)).toEqual(cells);
});
