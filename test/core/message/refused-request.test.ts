import { fileURLToPath } from "node:url";
import * as say from "../../../src/core/message/refused-request.ts";
import { expectGolden } from "../../support/golden.ts";

const request = "POST /repos/{owner}/{repo}/git/trees";

test("what is said when GitHub refuses a request", () => {
  const all = [
    say.archivedMessage(),
    say.emptyRepositoryMessage(),
    say.lockedMessage(),
    say.permissionMissingMessage(request),
    say.ruleMessage("Repository rule violations found: Cannot create ref."),
    say.workflowMayNotOpenMessage(),
  ];
  const golden = fileURLToPath(new URL("golden/refused-request.md", import.meta.url));
  expectGolden(`${all.join("\n\n")}\n`, golden);
});
