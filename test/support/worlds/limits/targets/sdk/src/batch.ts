// LM1
export const largestBatch = 10;
