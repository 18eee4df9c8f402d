import { declaredNames } from "../../../../../src/core/code/verification/findings/interface-missing.ts";

const design = [
  "# Upload",
  "",
  "## Intent",
  "",
  "```ts",
  "interface NotPublic {}",
  "```",
  "",
  "## Public interfaces",
  "",
  "```ts",
  "// class Remark is none",
  "export interface UploadOptions { readonly maxParallel: number }",
  "export type Part = string;",
  "```",
  "",
  "```kotlin",
  "enum class UploadState { IDLE }",
  "```",
  "",
  "```mermaid",
  "class Diagram",
  "```",
].join("\n");

test("the types of the public interfaces in the target's language", () => {
  expect(declaredNames(design, "typescript")).toEqual(["UploadOptions", "Part"]);
  expect(declaredNames(design, "kotlin")).toEqual(["UploadState"]);
  expect(declaredNames(design, null)).toEqual(["UploadOptions", "Part", "UploadState"]);
});

test("a document without that section declares nothing", () => {
  expect(declaredNames("# Upload\n\nclass Words\n", null)).toEqual([]);
});
