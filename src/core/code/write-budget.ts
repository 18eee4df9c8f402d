/** What one run of the writer may take; the request says so, that the model can plan. */
export const writeBudget = {
  turns: 60,
  toolCalls: 400,
  /** How often `finish` may be answered with what is missing. */
  repairs: 2,
} as const;
