/** How the test frameworks of the common languages are told not to run a test, to run only others, or to expect that it fails. */
const skips: readonly RegExp[] = [
  // Jest, Vitest, Mocha, node:test, Bun, Deno, AVA, QUnit, Playwright.
  /\b(?:it|test|describe|suite|context|specify|bench|fixture|module|[sS]cenario|[fF]eature|QUnit)(?:\.\w{1,20}){0,3}\.(?:skip|skipIf|only|todo|todoIf|runIf|if|fixme|ignore|fails?|failing)\b/,
  /\b(?:this|t|ctx|context|testInfo|task|suite|tap|scenario)(?:\.|->)(?:skip|todo|pending|fixme|incomplete)\s?\(/,
  /\b(?:skip|ignore|todo|solo|focus|pending|fails)["']?\s?(?::|=>)\s?(?:true\b|!|["'`]|process\b|Platform\b|RUBY|(?:is|has|no|on|k)[A-Z]\w|\w{1,40}\s?[!=]==?)|\bonly\s?:\s?true\b/,
  // The same of Jasmine, RSpec, Quick, Kotest, Spek, ScalaTest and Ginkgo, by a letter in front.
  /(?<![\w.]|(?:def|func|fun|function)\s)[xf](?:it|test|describe|specify|context|example|scenario|feature|should|given|when|then|and|expect)\s?[("'`]/i,
  /(?<![\w.])[PXF](?:It|Describe|Context|When|Entry|Specify|DescribeTable|DescribeTableSubtree|Measure)\(|\bginkgo\.(?:Skip|Pending|Focus)\b|,\s?(?:Pending|Focus)\s?[,)]/,
  // Kotest.
  /\.config\([^)\n]{0,300}\benabled(?:If|OrReasonIf)?\s?=\s?(?!true\b)|^\s{0,80}enabled(?:If|OrReasonIf)?\s?=\s?(?:false\b|\{)/,
  /(?:^\s{0,40}|\b(?:test|it|describe|context|should|given|when|then|feature|scenario|expect)\s?\(\s?)["'](?:!|f:)\s?\w[^"'\n]{0,200}["']\s?(?:\)|\{|-|\.config)/i,
  // Java, Kotlin, Scala, Groovy: annotations, assumptions.
  /@(?:[\w.]{1,80}[.:])?(?:Ignore\w{0,20}|Disabled\w{0,40}|Enabled(?:If|On|For|In|Condition)\w{0,40}|PendingFeature\w{0,20}|NotYetImplemented|Requires\s?\(|SdkSuppress|RequiresDevice|FlakyTest|IfProfileValue)/,
  /[(,]\s?enabled\s?=\s?false\b|\bassum(?:e(?:True|False|That|NotNull|NoException)|ingThat)\s?\(|\bassume\(\s?false\b|\b(?:Assume|Assumptions)\.|\bthrow\s(?:new\s)?(?:[\w.\\]{1,80}[.\\])?(?:TestAborted|AssumptionViolated|Skip|TestCanceled|TestPending|Incomplete\w{0,20}|Skipped\w{0,20})(?:Exception|Error)\b|\bdisabledWithoutDocker\b/,
  /^\s{0,80}ignore\s?\(\s?["']|["']\.(?:ignore|only|fail|pending)\b|\btaggedAs\b[^\n]{0,60}\bIgnore\b|\bpendingUntilFixed\b/,
  // .NET.
  /[[,]\s?(?:[A-Z]\w{1,40}\.){0,4}(?:Ignore|Explicit|Skip|Platform|Culture|OSCondition|CICondition|Skippable\w{0,10}|Conditional(?:Fact|Theory))(?:Attribute)?\s?[\](,]/,
  /\b(?:Skip|SkipWhen|SkipUnless|IgnoreReason|Ignore)\s?=\s?(?:[$@"]|[A-Z]|nameof)|\bExplicit\s?=\s?true\b|\bAssert\.(?:Ignore|Inconclusive|Pass|Skip\w{0,10})\b|\bAssume\.That\b|\bSkip\.(?:If\w{0,5}|Unless|When|Test)\b|\.(?:Ignore|Explicit)\(\s?["$@)]/,
  // Python.
  /\b(?:pytest\.|mark\.)(?:mark\.)?(?:skip|xfail|exit)|\bpytestmark\s?=(?!\s?(?:pytest\.)?mark\.|\s?\[)|\bunittest\.(?:skip|expectedFailure)|@(?:skip\w{0,30}|expectedFailure|nottest|xfail)\b|\bself\.skipTest\b|\braise\s(?:\w{1,30}\.)?SkipTest\b/,
  /\b__test__\s?=|\b__unittest_(?:skip|expecting)\w{0,20}\s?=|\bcollect_ignore|\+SKIP\b|\badd_marker\(/,
  // Go.
  /\.Skip(?:Now|f)\(|\.Skip\(\s?["'`)]|\b(?:t|b|f|tb)\.Skip\(|\btesting\.Short\(|^\s{0,9}\/\/go:build\b|^\s{0,9}\/\/\s?\+build\b|\bExpectFailure\(/,
  // Swift.
  /\bXCT(?:Skip|ExpectFailure)|\.disabled\(|\.enabled\(\s?if\b|\bwithKnownIssue\b|\bTest\.cancel\(/,
  // Rust.
  /#!?\[(?:ignore\b|cfg_attr\s?\([^\n]{0,200},\s?ignore\s?[\],)=])|#!?\[cfg\s?\(\s?(?:any\s?\(\s?\)|false\b|FALSE\b|not\s?\(\s?(?:test|all\s?\(\s?\))\s?\))/,
  // PHP.
  /\bmarkTest(?:Skipped|Incomplete)\b|#\[(?:\\?[\w\\]{1,80}\\)?(?:Requires\w{0,40}|DoesNotPerformAssertions|Skip|Incomplete)\b|@(?:requires\s(?:[A-Z]\w{1,20}|extension|function|setting)|doesNotPerformAssertions|skip|incomplete)\b|\bexpectNotToPerformAssertions\b|->(?:skip\w{0,20}|todo|only\w{0,20})\s?\(|^\s{0,40}todo\s?\(\s?["']/,
  // Ruby, and what other languages bring in by such a name; Elixir, C++.
  /(?:^|[{;]|\b(?:do|then|return)\s|[&|]{2})\s{0,40}(?:skip|pending|omit|omit_if|omit_unless|pend|skip_until)\s?(?:$|["'(}]|(?:if|unless)\s|\w{1,40}\s?$)|^\s{0,40}focus\s?$|[,(]\s?:(?:skip|pending|focus)\b|\b(?:if:\s?false|unless:\s?true)\b/,
  /@(?:module|describe)?tag\s(?::|skip|pending)|\bDISABLED_\w|\bGTEST_SKIP\b/,
  // Dart.
  /@(?:Skip|TestOn|OnPlatform|SkippedTest|FailingTest)\b|\b(?:onPlatform|testOn):|\b(?:solo|skip)_test\b/,
  // Left out before anything is compiled.
  /^\s{0,40}#\s?if\s(?:false|0)\b/i,
];

/** Whether a line has a test skipped. */
export function skipsTest(line: string): boolean {
  return skips.some((skip) => skip.test(line));
}
