import { readFileSync } from "node:fs";
import tseslint from "typescript-eslint";

const clockAndChance = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: "Time comes in as a fact or through Clock.",
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Time comes in as a fact or through Clock.",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "Core is deterministic.",
  },
];
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "Only src/settings.ts reads the environment.",
};

const actions = [...readFileSync("src/core/plan/action.ts", "utf8").matchAll(/readonly type: "([a-z-]+)"/g)];
const actionLiteral = {
  selector: `ObjectExpression > Property[key.name='type'] Literal[value=/^(${actions.map(([, type]) => type).join("|")})$/]`,
  message: "Every action is made in src/core/plan.",
};
const fencePattern = {
  selector: "Literal[regex.pattern=/`{3}|~{3}|[`~]\\{[3-9]/]",
  message: "Fences are read in src/core/markdown.",
};
const everywhere = [environment, actionLiteral, fencePattern];

export default tseslint.config(
  { ignores: ["dist", "bundle", "coverage", "node_modules", "test/scenarios", ".stryker-tmp"] },
  {
    files: ["src/**/*.ts", "test/**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "max-lines": ["warn", { max: 260, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["warn", { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ["warn", 16],
      "no-console": "error",
      eqeqeq: "error",
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/settings.ts", "src/cli/**"],
    rules: { "no-restricted-syntax": ["error", ...everywhere] },
  },
  { files: ["src/cli/**/*.ts"], rules: { "no-restricted-syntax": ["error", actionLiteral, fencePattern] } },
  {
    files: ["src/core/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, ...clockAndChance] },
  },
  {
    files: ["src/core/markdown/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", environment, actionLiteral, ...clockAndChance] },
  },
  {
    files: ["src/core/plan/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", environment, fencePattern, ...clockAndChance] },
  },
  { files: ["src/cli/**/*.ts"], rules: { "no-console": "off" } },
  {
    files: ["test/**/*.ts"],
    rules: {
      "max-lines": "off",
      "max-lines-per-function": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/explicit-module-boundary-types": "off",
    },
  },
);
