/** Of a feature for which nobody asked by name, and which leaves nothing to decide. `reasons` are the verdicts' sentences. */
export function noDocumentText(slug: string, reasons: readonly string[]): string {
  const heard = [...new Set(reasons.map((reason) => reason.replace(/\.$/, "")))].slice(0, 3).join("; ");
  return `${slug}: no document: its words leave room (${heard}), but no question was found in them. Name its entries to get one all the same.`;
}
