// PO1
const steps = [
  [20, 85],
  [50, 100],
  [500, 180],
  [1000, 275],
];

export function priceOf(grams) {
  const step = steps.find(([limit]) => grams <= limit);
  if (step === undefined) throw new RangeError("too heavy");
  return step[1];
}
