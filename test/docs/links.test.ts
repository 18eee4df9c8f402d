import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

const parsed = (page: string): Node =>
  unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(readFileSync(join(root, page), "utf8"));
const below = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(below)];
const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join("");

/** As GitHub makes them. */
function anchorsOf(page: string): readonly string[] {
  return below(parsed(page))
    .filter(({ type }) => type === "heading")
    .map((heading) =>
      textOf(heading)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replace(/\s/g, "-"),
    );
}

function problem(page: string, url: string): string | null {
  const [path = "", anchor] = url.split("#");
  const target = path === "" ? page : normalize(join(dirname(page), path));
  if (!existsSync(join(root, target))) return `${url}: no such file`;
  if (anchor !== undefined && !anchorsOf(target).includes(anchor)) return `${url}: no such heading`;
  return null;
}

test("a link to nowhere is found", () => {
  expect(problem("docs/costs.md", "nowhere.md")).toBe("nowhere.md: no such file");
  expect(problem("docs/costs.md", "operations.md#nothing")).toBe("operations.md#nothing: no such heading");
});

test.each(pages)("the links of %s lead somewhere", (page) => {
  const urls = below(parsed(page)).flatMap(({ type, url }) =>
    ["link", "image", "definition"].includes(type) && url !== undefined ? [url] : [],
  );
  const own = urls.filter((url) => !/^[a-z]+:/.test(url));
  expect(own.flatMap((url) => problem(page, url) ?? [])).toEqual([]);
});
