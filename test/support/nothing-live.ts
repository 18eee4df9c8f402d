import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

const parser = unified().use(remarkParse).use(remarkGfm);
/** What our own messages are made of. */
const ownHtml =
  /^(?:<\/?(?:code|span|br|b|ins|del|details|summary)>|<!-- twopath:[^<>@#/]*-->|<\/?details>(?:<summary>.*)?|\s)*$/s;
const ownPlace = "https://github.com/acme/spec/";

function nodes(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(nodes)];
}

/** No image, HTML, mention, reference, link or command but our own; `place`: where our links lead. */
export function expectNothingLive(markdown: string, place = ownPlace): void {
  for (const node of nodes(parser.parse(markdown))) {
    expect(node.type).not.toMatch(/^(?:image|imageReference|linkReference|definition|footnote.*|code)$/);
    if (node.type === "link") expect(node.url?.startsWith(place)).toBe(true);
    if (node.type === "html") expect(node.value).toMatch(ownHtml);
    if (node.type === "text") {
      expect(node.value).not.toMatch(/@[a-z0-9]|#\d{3,}|\bGH-\d|:\/\/|\bwww\.[a-z]|\b[0-9a-f]{9,40}\b/i);
    }
  }
  expect(markdown).not.toMatch(/^\s*(?:\/(?:merge|lgtm|approve)|@[a-z])/m);
  expect(markdown).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
}
