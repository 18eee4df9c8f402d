// LBL1
export function cleanLabel(text) {
  return text.replace(/\/+$/, "");
}

// LBL1
export function colours(pairs) {
  return Object.fromEntries(pairs.map(([name, value]) => [cleanLabel(name), value]));
}
