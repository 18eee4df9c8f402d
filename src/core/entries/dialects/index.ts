import type { Dialect } from "../dialect.ts";
import { acceptanceCriteria } from "./acceptance-criteria.ts";
import { codeDefinition } from "./code-definition.ts";
import { codeIdList } from "./code-id-list.ts";
import { doorstop } from "./doorstop.ts";
import { exampleBlock } from "./example-block.ts";
import { gherkinHeadings } from "./gherkin-headings.ts";
import { headingRequirement } from "./heading-requirement.ts";
import { htmlAnchor } from "./html-anchor.ts";
import { numberedHeading } from "./numbered-heading.ts";
import { mystNeeds } from "./myst-needs.ts";
import { openFastTrace } from "./openfasttrace.ts";
import { propertyBullet } from "./property-bullet.ts";
import { prose } from "./prose.ts";
import { requirementId } from "./requirement-id.ts";
import { ruleLabel } from "./rule-label.ts";
import { strictDoc } from "./strictdoc.ts";
import { tableRow } from "./table-row.ts";
import { titledRequirement } from "./titled-requirement.ts";

/**
 * In order of precedence where two are equally sure. Those with IDs of the author's own stand before those that name
 * sections; `prose` is what is left for a file that binds its readers without any ID.
 */
export const dialects: readonly Dialect[] = [
  codeIdList,
  headingRequirement,
  titledRequirement,
  acceptanceCriteria,
  openFastTrace,
  doorstop,
  mystNeeds,
  strictDoc,
  requirementId,
  ruleLabel,
  exampleBlock,
  gherkinHeadings,
  propertyBullet,
  codeDefinition,
  tableRow,
  htmlAnchor,
  numberedHeading,
  prose,
];

/** What the configuration may name. */
export const dialectNames = dialects.map(({ name }) => name);
