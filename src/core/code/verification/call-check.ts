import type { Telling } from "./test-reading.ts";

/** One assertion that something was called, whatever else was. */
export function isCallCheck({ assertion, closure }: Pick<Telling, "assertion" | "closure">): boolean {
  return (
    /toHaveBeenCalled(?!Before|After)|\bassert_(?:called|any_call|not_called)|\.called(?:Once|With)?\b|calledOnce|callCount|\bverify(?:Never|Exactly)?\b|\bReceived\(|have_received/.test(
      assertion.node.text,
    ) &&
    !closure.some(({ text }) =>
      /[iI]n_?[oO]rder|invocationCallOrder|mock_calls|call_args_list|has_calls|\.ordered\b|calledBefore|calledAfter/.test(
        text,
      ),
    )
  );
}
