/** Words that say that something is refused or goes wrong. */
export const failing =
  /\b(?:errors?|fail(?:s|ed|ure|ures)?|reject(?:s|ed)?|refus(?:e|es|ed)|throws?|thrown|raises?|raised|exceptions?|denied|aborts?|aborted)\b/i;

/** What types of failures are called. */
export const failureName = /^(?:\w+[.:]+)?[A-Z]\w*(?:Error|Exception|Failure|Mismatch|Refused|Fault)$/;
