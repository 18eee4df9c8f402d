/** One thing that was looked at: fine, wrong with what to do, or not to be told from here. */
export interface Diagnosis {
  readonly state: "ok" | "wrong" | "unknown";
  readonly text: string;
}
