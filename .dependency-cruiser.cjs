/** Who may import whom: the rules of ARCHITECTURE.md, in its order. */
const order = [
  "markdown",
  "lexicon",
  "entries",
  "decision",
  "trace|design|code",
  "state",
  "message",
  "plan",
  "command",
];
const upwards = order.slice(0, -1).map((rooms, i) => ({
  name: `core-${rooms}-looks-down-only`,
  severity: "error",
  from: { path: `^src/core/(${rooms})/` },
  to: { path: `^src/core/(${order.slice(i + 1).join("|")})/` },
}));
const adapters = ["github", "model", "queue", "local-git"];

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "core-imports-core",
      severity: "error",
      from: { path: "^src/core/" },
      to: { path: "^src/(?!core/)" },
    },
    {
      name: "core-has-no-node",
      severity: "error",
      from: { path: "^src/core/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "core-few-libraries",
      severity: "error",
      from: { path: "^src/core/" },
      to: {
        dependencyTypes: ["npm", "npm-dev"],
        pathNot:
          "node_modules/(unified|remark-|rehype-parse|rehype-stringify|mdast-|@types/mdast|@types/hast|@types/unist|unist-|micromark|zod|yaml|diff|re2js|comrak)",
      },
    },
    {
      name: "one-runner-of-programs",
      comment:
        "git runs in git-call's environment; the sandbox is a GitHub of our own; mutations run the command of the person who asked",
      severity: "error",
      from: { pathNot: "^src/(shell/local-git/run-git\\.ts|cli/scratch-copy\\.ts|sandbox/)" },
      to: { path: "^(node:)?child_process$" },
    },
    {
      name: "leave-to-show-a-spec",
      comment:
        "who asks whether a spec's text may be shown in a repository; everybody else is handed the answer",
      severity: "error",
      from: {
        pathNot:
          "^(src/shell/job/(code-place|open-design|verify-subject|mark-follow-ups|spec-leave-of)\\.ts|test/)",
      },
      to: { path: "^src/core/plan/spec-leave\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    ...upwards,
    ...adapters.map((room) => ({
      name: `shell-${room}-stands-alone`,
      severity: "error",
      from: { path: `^src/shell/${room}/` },
      to: { path: `^src/shell/(${adapters.filter((a) => a !== room).join("|")}|job|webhook)/` },
    })),
    {
      name: "jobs-see-ports",
      severity: "error",
      from: { path: "^src/shell/(job|webhook)/" },
      to: { path: `^src/shell/(${adapters.join("|")})/` },
    },
    {
      name: "anthropic-in-model-only",
      severity: "error",
      from: { pathNot: "^src/shell/model/" },
      to: { path: "node_modules/@anthropic-ai/" },
    },
    {
      name: "octokit-in-github-only",
      severity: "error",
      from: { pathNot: "^src/shell/github/" },
      to: { path: "node_modules/@octokit/" },
    },
    {
      name: "probot-at-the-edge",
      severity: "error",
      from: { pathNot: "^src/(app|main|compose)\\.ts$|^src/shell/webhook/" },
      to: { path: "node_modules/probot/" },
    },
    {
      name: "nobody-imports-the-top",
      severity: "error",
      from: { pathNot: "^src/(cli|sandbox)/|^src/(main|compose)\\.ts$" },
      to: { path: "^src/(cli/|app\\.ts|main\\.ts|sandbox/)" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
