import type { ReadAssertion } from "./read-tests.ts";

/** One assertion that something was called, whatever else was. */
export function isCallCheck({ assertion, slice }: Pick<ReadAssertion, "assertion" | "slice">): boolean {
  return (
    /toHaveBeenCalled(?!Before|After)|\bassert_(?:called|any_call|not_called)|\.called(?:Once|With)?\b|calledOnce|callCount|\bverify(?:Never|Exactly)?\b|\bReceived\(|have_received/.test(
      assertion.node.text,
    ) &&
    !slice.some(({ text }) =>
      /[iI]n_?[oO]rder|invocationCallOrder|mock_calls|call_args_list|has_calls|\.ordered\b|calledBefore|calledAfter/.test(
        text,
      ),
    )
  );
}
