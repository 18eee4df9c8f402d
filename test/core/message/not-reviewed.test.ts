import { fileURLToPath } from "node:url";
import { notReviewedMessage } from "../../../src/core/message/not-reviewed.ts";
import { expectGolden } from "../../support/golden.ts";

test("says why there is no review", () => {
  const said = notReviewedMessage("Reading the spec took more than 30 s. Split @ann/spec.md.");
  expectGolden(`${said}\n`, fileURLToPath(new URL("./golden/not-reviewed.md", import.meta.url)));
});
