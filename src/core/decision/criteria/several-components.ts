import { signal, type Signal } from "../signal.ts";
import { criterionOf } from "../verdict.ts";

/** Words for parts that must work together. */
export const cooperation: readonly Signal[] = [
  signal(
    "makes several parts work together",
    2,
    "across all/multiple/different/several/the ~ modules/components/services/engines/clients/systems/layers/tabs/packages/processes/targets/devices/nodes|across modules/components/services/clients/systems/layers/tabs/devices/engines|decoupl*|loosely-coupled|integrat* ~ with|seamless* integrat*|orchestrat*|coordinat*|hand-over|hands over|hand-off|bidirectional*|two-way|synchroni* ~ when/across/between/with|in sync|stay* ~ synchroni*|shared between|agree on|leader-election|routes/route requests|background ~ process*/job*/task*/worker*/service*/thread*/sync*/upload*|process in/that regularly/periodically|regularly/periodically check*/poll*/sync*/clean*/scan*/refresh*|worker|workers|queue of|job queue|message queue|event bus|isolated from each other|isolation between|state machine*|end-to-end|interplay",
    (words) => `Say which part does what, in which order, and who keeps the state, for “${words}”.`,
  ),
  signal(
    "asks for operations that exclude each other",
    1.5,
    "atomically|exclusive access|mutual* exclu*|race-condition*|deadlock*|lock/locks/locking|transaction*|concurrent* ~ access/request*/edit*/update*/write*/modification*|conflicting ~ edits/updates/changes/writes|several/multiple users",
    (words) => `Say for “${words}” which operation wins, and what the other one gets.`,
  ),
  signal(
    "names background work, several steps or a flow",
    1,
    "in/the background|queue|queued|simultaneously|concurrent*|multi-turn|multi-step|multi-stage|progressive*|incremental*|workflow*|resume/resumes/resumed|retry/cancel|lifecycle|integrat*|synchroni*|propagat*|live updates|in real time|pipeline*|independent* of|independently|resilien*",
    (words) => `Say what starts, stops and resumes “${words}”, and in which order its steps run.`,
  ),
];

export const severalComponents = criterionOf({
  id: "several-components",
  question: "Must several components work together in a way the spec does not lay out?",
  title: "Several components interact",
  role: "design",
  judged: { place: 2 },
  signals: cooperation,
  open: "yes",
  silent: "no",
  because: "The change speaks of one part only, or says how the parts meet.",
});
