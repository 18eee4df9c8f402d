/** Characters of source code per token: the low end of what tokenizers give for code, so that the estimate errs high. */
const charactersPerToken = 3.5;

/** Estimated tokens of a text of this many characters. No tokenizer is asked: the figure only has to keep a budget. */
export function estimateTokens(characters: number): number {
  return Math.ceil(characters / charactersPerToken);
}
