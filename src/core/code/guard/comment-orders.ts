import { type Comment, commentsIn } from "./comments.ts";

/** Words that people begin a remark with. */
const plainWords =
  /^(?:TODO|FIXME|XXX|HACK|BUG|NOTE|NB|TBD|WARNING|CAUTION|IMPORTANT|SAFETY|INVARIANT|SECURITY|DEPRECATED|EXAMPLE|SEE|MARK)$/;
/**
 * Tags of documentation that is written as a plain comment, of TypeScript, which only checks types by them, and
 * those of which `directives` judges what they name.
 */
const plainTags =
  /^@(?:abstract|alias|api|arg|argument|async|attr|author|brief|callback|class|const|constructor|copyright|default|deprecated|desc|description|details|enum|example|exception|extends|file|fileoverview|final|function|ignore|implements|inheritdoc|internal|license|link|memberof|method|module|name|namespace|note|option|overload|override|package|param|private|property|protected|public|raise|readonly|remarks|returns?|see|since|static|summary|template|this|throws|todo|ts-[\w-]+|(?:jest|vitest)-environment|type|typedef|typeparam|var|version|virtual|warning|yields?|yieldparam|yieldreturn)$/;

/** What generators of documentation know besides, in a comment that documents. */
const tagsOfDocumentation =
  /^@(?:addtogroup|apinote|attention|augments|borrows|bug|category|code|component|constant|constructs|copydoc|copybrief|copydetails|date|defgroup|dev|emits|endcode|endif|endinternal|endlink|endparblock|endverbatim|error|event|export|exports|external|fires|fn|generated|global|group|hideconstructor|implnote|implspec|ingroup|inner|instance|interface|invariant|kind|lends|li|line|listens|literal|mainpage|macro|member|mixes|mixin|name|namespace|nodoc|notice|page|paragraph|parblock|post|pre|privateremarks|prop|property_name|property_value|provides|publicapi|readonly|receiver|ref|related|remark|requires|result|retval|sa|sample|section|self|serial|serialdata|serialfield|short|skip|spi|startuml|enduml|struct|subpage|subsection|suppress|test|tparam|tutorial|typeparam|types|union|until|uses|value|variation|verbatim|virtual|weakgroup|xrefitem)$/i;

/** Orders of which a word tells the tool that they are its own: where a repository has the word already, it is told no more. */
const wordForms: readonly RegExp[] = [
  /^(@[a-z]\w{0,60})(?![\w./-])/,
  /^(@[a-z]\w{0,60}-[a-z][\w-]{0,60})/,
  /^(@\s[a-z][\w-]{0,60}):/,
  // A sentence behind such a word is a remark of people.
  /^([A-Z]{2,30}(?:-[A-Z]{2,30}){0,3}):(?!(?:\s[("']?[A-Za-z—–-][\w'’-]{0,30}[)"',.;:]?){6}[^|&$%<>`]*$)/,
  /^(--[A-Z_]{2,40}--)$/,
];

/** Orders that are known by their form alone. */
const forms: readonly RegExp[] = [
  // An agent is called at the start or the end of a remark.
  /^ai\s?[!?]|(?:^|[\s.,;:])ai\s?[!?]$/i,
  // A tool, and settings for it: `eslint some/rule: [2, {…}]`.
  /^[a-z][\w@/-]{1,40}\s(?:["']?[\w@/-]{1,80}["']?\s?:\s?[^\s,:]{1,80}\s?,\s?){0,9}["']?[\w@/-]{1,80}["']?\s?:\s?(?:\[\s?["'\d{]|\{\s?["']?\w{1,60}["']?\s?:)[^\n]*[\]}]/,
  /^@?[a-z][\w-]{1,40}\s\{\s?["']/,
  // A tool in braces, and flags.
  /^\{\s?[a-z]{1,20}-[a-z-]{1,30}\b/,
  /^[A-Za-z][\w-]{1,40}\s?[:=]\s?-{1,2}[A-Za-z]/,
];

/** Comments that a tool or an agent may take for an order, by their form: the lines of each, from 0. */
export function orderComments(content: string, isKnown: (word: string) => boolean): readonly Comment[] {
  return commentsIn(content).filter(
    (comment) =>
      forms.some((form) => form.test(comment.text)) || wordsOf(comment).some((word) => !isKnown(word)),
  );
}

/** The words of such orders in texts that a repository has. */
export function orderWords(texts: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts)
    for (const comment of commentsIn(text)) for (const word of wordsOf(comment)) words.add(word);
  return words;
}

function wordsOf({ text, isDocumentation }: Comment): readonly string[] {
  return wordForms.flatMap((form) => {
    const word = form.exec(text)?.[1];
    const isPlain = word === undefined || plainWords.test(word) || plainTags.test(word);
    return isPlain || (isDocumentation && tagsOfDocumentation.test(word)) ? [] : [word];
  });
}
