import type { Recommendation, Review } from "../decision/review.ts";
import type { Entry, Finding } from "../entries/entry.ts";
import { findingsOf } from "./hygiene.ts";

/** `twopath review --format json`, version 1 (ARCHITECTURE.md, "Output contract of the command line"). */
export function reviewJson(review: Review): object {
  return {
    version: 1,
    base: review.base,
    head: review.head,
    files: review.files,
    changes: review.recommendations.map(changeJson),
    workPackages: review.workPackages.map(({ slug, path, entries }) => ({ slug, path, entries })),
    questions: (review.questions ?? []).map(({ question, ids, place }) => ({
      question,
      ids,
      ...(place === null ? {} : { file: place.file, line: place.line }),
    })),
    outside: review.outside.map(({ file, line, endLine, what }) => ({ file, line, endLine, what })),
    unread: (review.unread ?? []).map(({ file, why, config }) => ({ file, why, config })),
    findings: findingsOf(review).map(findingJson),
  };
}

/** `twopath explain --format json`, version 1: of each entry what a review tells of it. */
export function explanationJson(recommendations: readonly Recommendation[]): object {
  return { version: 1, changes: recommendations.map(changeJson) };
}

/** `twopath entries --format json`, version 1. */
export function entriesJson(entries: readonly Entry[], findings: readonly Finding[]): object {
  return {
    version: 1,
    entries: entries.map((entry) => ({
      id: entry.id,
      file: entry.file,
      line: entry.line,
      endLine: entry.endLine,
      parent: entry.parent,
      section: entry.section,
      text: entry.text,
      level: entry.level,
      status: entry.status,
      replacedBy: entry.replacedBy,
      references: entry.references,
    })),
    findings: findings.map(findingJson),
  };
}

function changeJson(recommendation: Recommendation): object {
  const { change, path, confidence, reason, needs, workPackage, testData, criteria } = recommendation;
  const { decidedBy, takeBack } = recommendation;
  return {
    id: change.id,
    file: change.file,
    line: change.line,
    kind: change.kind,
    ...(change.moved ? { moved: true } : {}),
    parent: change.parent,
    previousId: change.previousId,
    replaces: change.replaces,
    path,
    ...(takeBack ? { takeBack: true } : {}),
    decidedBy,
    confidence,
    reason,
    needs,
    workPackage,
    testData: testData.map(({ file, line }) => ({ file, line })),
    criteria: criteria.map(({ id, verdict, because, evidence }) => ({
      id,
      verdict,
      because,
      evidence: evidence.map(({ file, line, quote }) => ({ file, line, quote })),
    })),
  };
}

function findingJson({ rule, id, file, line, message }: Finding): object {
  return { rule, id, file, line, message };
}
