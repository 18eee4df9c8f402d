import type { LanguageUses } from "./language-uses.ts";
import { loadedData } from "./loaded-data.ts";

/** C, C++, Objective-C and Swift, which call the same libraries. */
export const native: LanguageUses = {
  endings: ["c", "h", "cc", "cpp", "cxx", "hh", "hpp", "hxx", "ipp", "m", "mm", "swift", "zig"],
  uses: [
    loadedData(String.raw`#\s?(?:include|import|include_next)\s?(?=["<])`),
    [
      "a process",
      /\bfork\s?\(|\bexec[lv][pe]{0,2}\s?\(|\bposix_spawn|\bpopen\s?\(|\bsystem\s?\(|\bWinExec\b|\bCreateProcess[AW]?\b|\bShellExecute|\bQProcess\b|\bwordexp\b|\bNSTask\b|\bProcess(?:\(\)|\.(?:run|launchedProcess|init|Child))|\bNSAppleScript\b|\bstd\.process\b/g,
    ],
    [
      "the network",
      /\bURLSession\b|\bNW(?:Connection|Listener)\b|\bcontentsOf:|\bimport\sNetwork\b|\bAF\.(?:request|download|upload)|\bsocket\s?\(|\bconnect\s?\(\s?\w{1,40}\s?,|\bgetaddrinfo\b|\bgethostbyname\b|sys\/socket\.h|\bcurl[/_]|\bWSAStartup\b|\bWinHttp|\bInternetOpen|\bCFStreamCreatePair|\bstd\.(?:http|net)\b/g,
    ],
    [
      "the environment",
      /\b(?:secure_)?getenv\b|\benviron\b|\b[pP]rocessInfo(?:\(\))?\.environment\b|\bgetEnvMap\b/g,
    ],
    [
      "code made at run time",
      /\bdl(?:open|sym)\b|\bLoadLibrary|\bGetProcAddress\b|\bmprotect\b|\bPROT_EXEC\b|\bNSClassFromString\b|\bNSSelectorFromString\b|\bJSContext\b|\bevaluateScript\b|@_silgen_name|@_cdecl|__attribute__\s?\(\(\s?(?:constructor|destructor|section)|\b__?asm(?:__)?\b|\bperformSelector\b|\bNSKeyedUnarchiver\b/g,
    ],
    // By another name.
    [
      "a process",
      /=\s?&?\s?(?:system|popen|execv?[lpe]{0,2}|fork|posix_spawnp?|getenv|dlopen)\s?[;,})]|^\s{0,9}#\s?define\s\w{1,60}(?:\([^)\n]{0,60}\))?\s(?:system|popen|exec[lvpe]{1,3}|fork|getenv|dlopen)\b|\busing\s(?:std::)?(?:system|getenv)\b|\btypealias\s\w{1,60}\s?=\s?(?:Foundation\.)?(?:Process|ProcessInfo|URLSession)\b|\b(?:Process|URLSession)\.self\b|@import\("std"\)\.(?:process|net|http|os|posix)\b/g,
    ],
    [
      "the build",
      /^\s{0,9}#\s{0,9}include\s{0,9}[<"](?:\/|[^>"]{0,100}\.\.\/\.\.\/)|^\s{0,9}#\s{0,9}embed\b|^\s{0,9}\/\/\s?RUN:/g,
    ],
    [
      "a process",
      /\bNSUser\w{1,12}Task\b|\bNSWorkspace\.shared\.(?:open|launch)|\bimport\sSubprocess\b|(?<![.\w>])kill\s?\(\s?\w/g,
    ],
    [
      "the network",
      /\bCFHTTPMessage|\bNSURLConnection\b|\bCFSocket|\b(?:Input|Output)Stream\(\s?url|\bHost\.current\b|\bWKWebView\b|\bNetService\b|\bgetStreamsToHost\b|\bURLRequest\(/g,
    ],
    [
      "the environment",
      /\bCommandLine\.arguments\b|\bNSHomeDirectory\b|\bhomeDirectoryForCurrentUser\b|\bNS(?:Full)?UserName\b|\bSecItem(?:Copy|Add|Update)\w{0,12}|\bprocessInfo\.(?:hostName|userName|arguments)\b/g,
    ],
    [
      "code made at run time",
      /\bBundle\([^)\n]{0,100}\)[?!]?\.load\b|\.perform\(\s?(?:Selector\b|#selector|NSSelector|sel\w{0,12}\b)|\bNSExpression\(|\bunsafeBitCast\b|\b(?:method_exchangeImplementations|method_setImplementation|class_(?:add|replace)Method|objc_msgSend)\b|\bSelector\(/g,
    ],
  ],
  imports: {
    patterns: [
      /^\s{0,9}#\s{0,9}(?:include|include_next|import)\s{0,9}[<"]([^>"\s]{1,200})[>"]/g,
      /^\s{0,9}(?:export\s)?import\s[<"]?([\w./:]{1,200})[>"]?\s?;/g,
      /^\s{0,9}@import\s([\w.]{1,100})/g,
      /(?:^|;)\s{0,9}(?:@\w{1,40}(?:\(\w{1,40}\))?\s){0,3}(?:(?:public|internal|private|package|fileprivate)\s)?import\s(?:(?:class|struct|enum|func|protocol|typealias|var|let)\s)?(\w{1,100})/g,
    ],
    moduleOf: (name) => (name.includes("/") ? (name.split("/")[0] ?? name) : name),
    harmless:
      /^(?:Foundation|Swift|XCTest|Testing|Combine|UIKit|SwiftUI|CoreFoundation|ObjectiveC|os|OSLog|c?(?:assert|ctype|errno|float|inttypes|limits|math|stdarg|stdbool|stddef|stdint|stdio|stdlib|string|time)(?:\.h)?|algorithm|array|atomic|chrono|functional|iomanip|iostream|iterator|map|memory|mutex|numeric|optional|set|sstream|stdexcept|string_view|thread|tuple|type_traits|unordered_(?:map|set)|utility|variant|vector)$/,
    placesOf: (module) => [`/${module}/`, `/${module}`],
  },
};
