import { type Family, guides, repositories } from "./family.ts";

/** Words that stand where a value is expected. */
export const inPlaceOfAValue: Family = {
  kind: "fully-specified",
  need: "Replace “{words}” by what a test can see: a value, a state or an error.",
  weight: 2,
  source: guides,
  phrase: "behind",
  terms:
    "appropriate*|suitable|suitably|reasonabl*|sensible|sensibly|adequate*|sufficient*|acceptable|proper|properly|relevant",
};

/** Words by which a spec hands a decision to whoever builds it. */
export const leftToOthers: Family = {
  kind: "deterministic",
  need: "Name the case and what must happen in it, instead of “{words}”.",
  weight: 2,
  source: guides,
  terms:
    "where/wherever/whenever/when/if/as possible/practical/practicable/feasible/appropriate|as far/much/long/little/closely as ~ possible/practical/practicable/feasible/reasonable|to the extent ~ possible/practical/practicable/permitted/supported|where/wherever/when/whenever ~ makes sense|as needed/necessary/required|at the/its/their ~ discretion|implementation-defined|implementation-specific|implementation-dependent|left open/undefined/unspecified|up/left to/for ~ implement*/client*/developer*/author*/librar*/sdk*/vendor*/host/application/platform|are/is free to|does/do not specify/prescribe/mandate/dictate ~ any/particular/specific/how/which/what|implement*/librar*/vendor*/authors/client/clients/sdk/sdks may/can/could/might choose/decide/define/select",
};

/** Words that put a decision off. */
export const putOff: Family = {
  kind: "fully-specified",
  need: "Decide what “{words}” stands for.",
  weight: 2,
  source: guides,
  terms:
    "tbd|tbc|todo|fixme|to be decided/defined/determined/specified/confirmed/clarified/agreed|needs clarification",
};

/**
 * Words that speak for an open decision, as a spec author would write them, in the notation of `anyOf`. What is left open to
 * those who build it, and what is promised without a measure, are the terms that guides to writing requirements warn of; every
 * other term is heard in the specs of at least two repositories. Hygiene, decision and design read the same words.
 */
export const lexicon: readonly Family[] = [
  leftToOthers,
  putOff,
  inPlaceOfAValue,
  {
    kind: "deterministic",
    need: "Give the rule behind “{words}”: what it looks at, and what it decides.",
    weight: 2,
    source: guides,
    terms:
      "heuristic*|best-effort|best/educated guess|intelligent*|smart|smartly|fuzzy|fair|fairly|picks/chooses/selects/finds/determines the best|best/optimal/lowest/most suitable strateg*/match*/candidate*/option*/load|reliably/correctly/accurately/automatically identif*/detect*/determin*/recogni*/decid*/choos*/infer*/classif*/adapt*/suggest*",
  },
  {
    kind: "deterministic",
    need: "Give the time behind “{words}”: a figure and its unit, or the event that ends the wait.",
    weight: 2,
    source: guides,
    terms:
      "regularly|periodically|from time to time|occasionally|after/for a while|after some time|soon|sooner or later|at intervals",
  },
  {
    kind: "deterministic",
    need: "Say what must happen instead of “{words}”, or mark the sentence as a note.",
    weight: 1,
    source: guides,
    terms:
      "typically|usually|generally|is/are/be/was/will/would/should/can/has/have normally|normally the/a/an/this/it/is/are/has/have/not|often|sometimes|commonly|could|ideally|preferably|eventually|approximately|roughly|in most cases|tend/tends to|appear/appears to|infer*",
  },
  {
    kind: "deterministic",
    weight: 1,
    source: guides,
    terms: "can be used|or equivalent|or similar|similar to",
  },
  {
    kind: "fully-specified",
    need: "Replace “{words}” by what a test can see: a value, a state or an error.",
    weight: 2,
    source: guides,
    terms:
      "seamless*|smooth*|graceful*|robust*|reliab*|resilien*|intuitiv*|*-friendly|easy|easily|effective|effectively|effectiveness|efficient|efficiently|*-efficient|optimal*|optimi*|flexib*|helpful|useful|meaningful*|comprehensive*|high-quality|modern|rich|powerful|secure|securely|safely|predictabl*|manageabl*|maintainab*|granular|timely|clean|cleanly|as expected|consistent|consistently|unified|simplif*|informative|significant*|minimal|descriptive|perceptib*|imperceptib*|noticeabl*|negligibl*",
  },
  {
    kind: "fully-specified",
    weight: 1,
    source: guides,
    terms:
      "polic*|threshold*|fallback*|falls back|configured|configuration files|settings|preferences|metadata",
  },
  {
    kind: "fully-specified",
    weight: 1,
    source: guides,
    terms:
      "as applicable|at a minimum|as a minimum|clear error*|error state/states|error handling|edge cases|valid/correct/incorrect/invalid ~ password/email/input/credentials/data|successfully|and so on|and more|not limited to|various|several|some kind|different ~ types/kinds/formats/levels|between them|be able to|capability|the ability to",
  },
  {
    kind: "fully-specified",
    need: "Give the rule behind “{words}”.",
    weight: 2,
    source: repositories,
    terms:
      "automatically|suggest/suggests/suggested/suggestion*|pair|pairs|prioriti*|up-to-date|reused|share/shares/shared ~ across|merge|merged|across/after ~ documents/sessions/restarts/restart/devices/tabs|analy*|summari*|categoris*/categoriz*|visuali*|moderat*|without ~ losing/loss/interruption",
  },
  {
    kind: "performance-not-a-constraint",
    need: "Give the figure behind “{words}”, and the load under which it holds.",
    weight: 2,
    source: repositories,
    terms:
      "be/is/are/remain*/stay*/keep*/feel*/become* ~ responsive|responsiveness|performance ~ goal*/threshold*/requirement*/target*/budget*/optimi*/benefit*/degrad*/constraint*/issue*/problem*|memory/cpu/disk/bandwidth/battery/resource ~ use/usage/footprint/consumption/pressure/bounded|large/huge/massive/long ~ dataset*/data-set*/graph*/list/lists/collection*/repositor*/project*/volume*/document*/upload*/conversation*",
  },
  {
    kind: "performance-not-a-constraint",
    need: "Say under which load “{words}” holds.",
    weight: 2,
    source: repositories,
    terms:
      "respond*/load*/render*/display*/complete*/process*/appear* ~ within/under # ms/millisecond*/s/second*",
  },
  {
    kind: "performance-not-a-constraint",
    weight: 1,
    source: repositories,
    terms: "performance|memory|quick|quickly|fast|faster|real-time",
  },
  {
    kind: "non-obvious-interfaces",
    need: "Say how “{words}” works.",
    weight: 2,
    source: repositories,
    phrase: "before",
    terms: "mechanism*",
  },
  {
    kind: "non-obvious-interfaces",
    need: "Give the shape behind “{words}”: names, parameters, result and errors.",
    weight: 2,
    source: repositories,
    terms:
      "extensib*|public/internal/external/programmatic/common/shared/standard/unified/generic/consistent/logging/defined ~ interface*/api/apis/contract*/sdk|hide/hides/hidden ~ from",
  },
  {
    kind: "non-obvious-interfaces",
    need: "Say for “{words}” what may be chosen, and what the default is.",
    weight: 2,
    source: repositories,
    terms:
      "multiple/different/several/various/alternative/custom ~ strateg*/provider*/backend*/engine*/implementation*/algorithm*/polic*/renderer*/adapter*/source*/transport*/mode*|configurable|customi*|at run-time|strateg*",
  },
  {
    kind: "non-obvious-interfaces",
    weight: 2,
    source: repositories,
    terms: "authentication|password*|credential*|jwt|login|log-in|sign-up|encrypt*|audit*|vulnerab*",
  },
  {
    kind: "non-obvious-interfaces",
    weight: 1,
    source: repositories,
    terms:
      "adapter*|architectur*|dashboard*|guided|onboarding|panel*|sidebar*|editor|framework*|utilit*|contract|notification*|monitoring|alerting|reporting|search|animat*|visual feedback",
  },
  {
    kind: "several-components",
    need: "Say which part does what, in which order, and who keeps the state, for “{words}”.",
    weight: 2,
    source: repositories,
    terms:
      "across all/multiple/different/several/the ~ modules/components/services/engines/clients/systems/layers/tabs/packages/processes/targets/devices/nodes|across modules/components/services/clients/systems/layers/tabs/devices/engines|integrat* ~ with|orchestrat*|coordinat*|synchroni* ~ when/across/between/with|background ~ process*/job*/task*/worker*/service*/thread*/sync*/upload*|end-to-end",
  },
  {
    kind: "several-components",
    weight: 1,
    source: repositories,
    terms: "retry",
  },
  {
    kind: "several-components",
    weight: 1,
    source: repositories,
    terms:
      "queue|queued|simultaneously|concurrent*|progressive*|workflow*|resume|cancel|lifecycle|integrat*|synchroni*|propagat*|pipeline*|independent* of|independently",
  },
  {
    kind: "platform-constraints",
    need: "Say for “{words}” what each platform does, or that any way will do.",
    weight: 2,
    source: repositories,
    terms:
      "cross-platform|native ~ view*/ui/app*/player*/module*/api*/control*/component*/picker*/facilit*/mobile/event*/widget*/indicator*/keychain/video/code|idiom* of/for|secure/securely/persistent/offline/on-device stor*|keystore",
  },
  {
    kind: "platform-constraints",
    weight: 1,
    source: repositories,
    terms:
      "platform*|native|mobile|browser*|windows|macos|linux|thread|threads|threading|life-cycle|operating-system*|idiomatic|device|devices|storage|local-storage|offline|accessib*",
  },
  {
    kind: "performance-choices",
    need: "Give the rule and the figures behind “{words}”.",
    weight: 2,
    source: repositories,
    terms:
      "progressive/adaptive/incremental ~ loading/rendering/streaming/playback/quality/update*/processing/processed|debounc*|rate-limit*|cluster*|caching|in parallel|adaptive",
  },
  {
    kind: "performance-choices",
    weight: 1,
    source: repositories,
    terms: "cache*|streaming|algorithm*|paginat*|hash*",
  },
];
