/** Documented exit codes of the command line. */
export const exitCode = { done: 0, findings: 1, usage: 2, unreadable: 3, internal: 4 } as const;
