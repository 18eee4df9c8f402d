export const defaults = { signatures: { isEnabled: true }, features: false };
export const features = { twoHands: false, fastLane: true };

const MOST_CENTS = 900 * 100;

// OR-1, OR-2
export function order(cents, active = features) {
  if (active.twoHands && cents > MOST_CENTS) return "needs_signature";
  return "accepted";
}
