import { citedForm } from "../../trace/cited-ids.ts";

/** Entries that a target is not to satisfy, and why. */
export interface Exemption {
  /** IDs; `*` at the end stands for any rest. */
  readonly entries: readonly string[];
  readonly because: string;
}

/** The commit trailer that says so: `Does-Not-Apply: RT4, RT6* because a browser has no sockets`. */
export const exemptionTrailer = "Does-Not-Apply";

/** Exemptions in the values of such trailers; one without a reason is none. */
export function exemptionsIn(trailers: readonly string[]): readonly Exemption[] {
  return trailers.flatMap((value) => {
    const [, ids = "", because = ""] = /^(.{1,500}?)\s+because\s+(.{3,500})$/i.exec(value.trim()) ?? [];
    const entries = ids.split(/[\s,]+/).filter((id) => id !== "");
    return entries.length === 0 || because === "" ? [] : [{ entries, because }];
  });
}

/** Why an entry does not apply, or null. */
export function exemptionOf(id: string, exemptions: readonly Exemption[]): string | null {
  const forms = [id, citedForm(id)];
  const names = (pattern: string): boolean =>
    forms.some((form) => (pattern.endsWith("*") ? form.startsWith(pattern.slice(0, -1)) : form === pattern));
  return exemptions.find(({ entries }) => entries.some(names))?.because ?? null;
}
