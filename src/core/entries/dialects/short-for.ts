/** Words that initials leave out. */
const small = new Set("a an and as at by for from in of on or the to with".split(" "));
const maxWords = 12;

/** Whether letters are short for words of a title: their initials, the beginning of one, or letters of one in order. */
export function isShortFor(letters: string, title: string): boolean {
  const wanted = letters.toLowerCase();
  if (!/^\p{L}{2,}$/u.test(wanted)) return false;
  const words = (title.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => !small.has(word));
  const own = words.slice(0, maxWords);
  const initials = own.map((word) => word.charAt(0)).join("");
  return initials.includes(wanted) || own.some((word) => shortens(wanted, word));
}

/** `un` of "undo", `page` of "paging", `chk` of "checkout"; two letters that only occur in a word are no sign. */
function shortens(wanted: string, word: string): boolean {
  if (word.startsWith(wanted)) return true;
  if (wanted.length < 3) return false;
  return word.startsWith(wanted.slice(0, 3)) || holdsInOrder(word, wanted);
}

function holdsInOrder(word: string, wanted: string): boolean {
  if (word.charAt(0) !== wanted.charAt(0)) return false;
  let at = 0;
  for (const letter of word) if (letter === wanted[at]) at += 1;
  return at === wanted.length;
}
