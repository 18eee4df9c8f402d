import { signal, type Signal } from "../signal.ts";
import { criterionOf } from "../verdict.ts";

/** Words for something with a shape, where the shape is not given. */
export const shapes: readonly Signal[] = [
  signal(
    "asks for an interface whose shape is not given",
    2,
    "mechanism*|abstraction*|abstract* away|pluggable|plug-in|plug-ins|extensib*|extension-point*|interchangeab*|swappable|interoperab*|dependency injection|public/internal/external/programmatic/common/shared/standard/unified/generic/consistent/logging/defined ~ interface*/api/apis/contract*/sdk|hide/hides/hidden ~ from|third-part* can/could/may|bring/supply/provide/define/write their own",
    (words) => `Give the shape behind “${words}”: names, parameters, result and errors.`,
  ),
  signal(
    "asks for parts that can be exchanged or set up, without saying how",
    1.5,
    "multiple/different/several/various/alternative/custom ~ strateg*/provider*/backend*/engine*/implementation*/algorithm*/polic*/renderer*/adapter*/source*/transport*/mode*|configurable|customi*|personali*|switch*/change*/select*/load* ~ dynamically|dynamically switch*/select*/load*/chang*|at run-time|strateg*",
    (words) => `List what “${words}” may be, its default, and when it may change.`,
  ),
  signal(
    "asks for access control or protection without its rules",
    1.5,
    "authenticate|authenticates|authentication|authorization|authorisation|authorize|password*|credential*|jwt|user/users/they/who/people/person/member*/customer*/visitor* ~ logs/logged in|logging in|login|log-in|sign/signs up|signup|sign-up|sign/signs in|signin|sign-in|encrypt*|access-control|audit*|sanitiz*|sanitis*|injection attack*|prompt injection|personally identifiable|role-based|single sign-on|two-factor|multi-factor|vulnerab*",
    (words) => `Say for “${words}” who may, what is checked, and the error for each refusal.`,
  ),
  signal(
    "asks for a whole new surface",
    1,
    "adapter*|architectur*|dashboard*|wizard|guided|onboarding|panel*|sidebar*|gallery|feed|portal|editor|pipeline*|framework*|utilit*|toolkit|contract|centrali*|notification*|monitoring|alerting|observability|analytics|reporting|history|search|drag-and-drop|gesture*|animat*|visual feedback",
    (words) => `List what “${words}” shows or does: its parts, its states, and where its data comes from.`,
  ),
];

export const nonObviousInterfaces = criterionOf({
  id: "non-obvious-interfaces",
  question: "Must an interface be invented, public or internal?",
  title: "Interfaces are non-obvious",
  role: "design",
  judged: { place: 1 },
  signals: shapes,
  open: "yes",
  silent: "no",
  because: "The change asks for no interface whose shape it does not give.",
});
