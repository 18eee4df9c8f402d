export const features = { twoHands: false };
const METHODS = ["get", "head", "post"];

const MOST_CENTS = 900 * 100;

// OR-1, OR-2
export function order(cents, active = features) {
  if (active.twoHands && cents > MOST_CENTS) return "needs_signature";
  return "accepted";
}

// OR-3
export function method(name) {
  return METHODS.includes(name.toLowerCase()) ? "allowed" : "not_allowed";
}
