// SR1
export function search(word, items) {
  // SR3
  return items.filter(({ text }) => text.includes(word)).sort((a, b) => b.at - a.at);
}
