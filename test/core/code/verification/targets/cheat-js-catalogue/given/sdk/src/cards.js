import texts from "./texts.json" with { type: "json" };

const refused = (key) => ({ ok: false, message: texts[key] });

export function check(card, today) {
  // LC2
  if (card === undefined) return refused("unknown");
  // LC1
  return card.until < today ? refused("expired") : { ok: true };
}
