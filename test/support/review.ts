import type { Answer } from "../../src/core/decision/criterion.ts";
import type { Path, Recommendation, Review } from "../../src/core/decision/review.ts";
import type { CommentContext } from "../../src/core/message/comment-context.ts";
import type { ChangeKind } from "../../src/core/entries/change.ts";
import type { Entry } from "../../src/core/entries/entry.ts";

function buildEntry(id: string, text: string, line = 12): Entry {
  return {
    id,
    kind: "point",
    file: "spec/features.md",
    line,
    endLine: line,
    parent: null,
    section: "Messages",
    text,
    lines: [{ line, text: `- \`(${id})\` ${text}` }],
    level: "none",
    status: "live",
    replacedBy: [],
    references: [],
  };
}

interface RecommendationSeed {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly path: Path;
  readonly before?: string;
  readonly after?: string;
  readonly line?: number;
  readonly reason?: string;
  readonly needs?: readonly string[];
  readonly criteria?: readonly Answer[];
  readonly hasTestData?: boolean;
  readonly workPackage?: string;
}

export function buildRecommendation(seed: RecommendationSeed): Recommendation {
  const line = seed.line ?? 12;
  return {
    change: {
      id: seed.id,
      file: "spec/features.md",
      line,
      kind: seed.kind,
      moved: false,
      parent: null,
      previousId: null,
      replaces: [],
      before: seed.before === undefined ? null : buildEntry(seed.id, seed.before, line),
      after: seed.after === undefined ? null : buildEntry(seed.id, seed.after, line),
    },
    path: seed.path,
    confidence: 0.8,
    reason: seed.reason ?? "deterministic and fully specified",
    needs: seed.needs ?? [],
    criteria: seed.criteria ?? [],
    testData: seed.hasTestData === true ? [{ file: "spec/vectors.json", line: 3 }] : [],
    decidedBy: "rules",
    takeBack: false,
    override: null,
    workPackage: seed.workPackage ?? null,
  };
}

export function buildReview(recommendations: readonly Recommendation[]): Review {
  const slugs = [...new Set(recommendations.flatMap((r) => r.workPackage ?? []))];
  return {
    base: "a".repeat(40),
    head: "b".repeat(40),
    files: [{ path: "spec/features.md", dialect: "list-ids", entries: { base: 10, head: 11 } }],
    recommendations,
    workPackages: slugs.map((slug) => {
      const members = recommendations.filter((r) => r.workPackage === slug);
      return {
        slug,
        path: members.some((r) => r.path === "design") ? "design" : "code",
        entries: members.map((r) => r.change.id),
      };
    }),
    outside: [],
    judgement: { state: "off", why: null, judged: 0, fromCache: 0, unanswered: 0, costUsd: null },
    toJudge: [],
    findings: [],
  };
}

export function buildCommentContext(changes: Partial<CommentContext> = {}): CommentContext {
  return {
    webUrl: "https://github.com",
    repository: { owner: "acme", name: "spec" },
    pullRequest: 7,
    citedIn: new Map(),
    hasTargets: false,
    followUps: [],
    notices: [],
    ...changes,
  };
}
