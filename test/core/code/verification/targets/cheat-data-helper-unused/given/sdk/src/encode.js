// CD-1, CD-2
export function encode(word) {
  return `${word[0]}${word.length}${word.at(-1)}`;
}
