import type { LanguageUses } from "./language-uses.ts";

/** Where whole names of packages begin. */
const roots = new Set(["java", "javax", "jakarta", "kotlin", "kotlinx", "scala", "com", "org", "net"]);

function packageOf(name: string): string {
  const segments = name.replaceAll("`", "").split(".");
  const at = segments.findIndex((segment) => !/^[a-z]/.test(segment));
  return segments
    .slice(0, at < 1 ? Math.max(1, segments.length - 1) : at)
    .slice(0, segments[0]?.startsWith("java") === true ? 9 : 3)
    .join(".");
}

export const jvm: LanguageUses = {
  endings: ["java", "kt", "groovy", "scala", "clj", "cljs", "cljc"],
  uses: [
    [
      "a process",
      /\bgetRuntime\b|\bProcess(?:Builder|Executor|Handle)\b|\b(?:Default)?Executor\.builder\b|\bsys\.process\b|["']\s?\]?\s?\.execute\(|\bjava\.shell\b|\bclojure\.java\.shell\b/g,
    ],
    [
      "the network",
      /\bHttpURLConnection\b|\bHttpClient\b|\bopenConnection\(|\bopenStream\(|\bURL\([^)\n]{0,200}\)\.readText|\btoURL\(\)|\bnew\sURL\b|\bokhttp3?\b|\b(?:Server|Datagram|SSL)?Socket(?:Channel)?\s?\(|\b(?:Server|Datagram)?SocketChannel\.open|\bJsoup\.connect|\bRestTemplate\b|\bWebClient\b|\bInetAddress\b|\bInitialContext\b|\bDriverManager\b|\bktor\.client\b/g,
    ],
    ["the environment", /\bgetenv\b|\bSystem\.(?:getProperty|getProperties|get_env)\b|\bsys\.env\b/g],
    [
      "code made at run time",
      /\bClass\.forName|\bURLClassLoader\b|\bdefineClass\b|\bloadClass\(|\bScriptEngine(?:Manager)?\b|\bGroovyShell\b|\bJShell\b|\b(?:Object|XML)(?:InputStream|Decoder)\b|\bSystem\.load(?:Library)?\b|\bMethodHandles\b|\bServiceLoader\b|\bgetDeclaredMethod|\bexternal\sfun\b|\bkFunction\b|\bcallBy\(|\.call\(\w{1,40}\)/g,
    ],
    // By another name: what is in `java.lang` is imported for nothing else.
    [
      "the environment",
      /\bimport\s(?:static\s)?java\.lang\.(?:System|Runtime|Process\w{0,20})\b|\bimport\sjava\.(?:lang|net|rmi)\.(?:\{[^}\n]{0,200}(?:=>|\sas\s)|[\w.]{1,100}\sas\s)|\b(?:typealias|type)\s\w{1,60}\s?=\s?(?:java\.\w{1,20}\.)?(?:System|Runtime|Process\w{0,20}|URL|Socket|Class)\b/g,
    ],
    // Annotations by which a test runner or a framework runs or loads what they name: by their names, and by what they are given.
    [
      "code made at run time",
      /@(?:\w{1,40}\s?[.:]\s?){0,9}(?:Sql(?:Group|Config)?|ContextConfiguration|ContextHierarchy|ImportResource|(?:Test)?PropertySources?|BootstrapWith|TestExecutionListeners|EnableLoadTimeWeaving|CucumberOptions|ASTTest|BaseScript|GroovyASTTransformation(?:Class)?|AnnotationCollector|JsonTypeInfo|XmlJavaTypeAdapter)\b/g,
    ],
    [
      "code made at run time",
      /@(?:\w{1,40}\s?[.:]\s?){0,9}[A-Z]\w{1,60}\s?\([^)\n]{0,400}["'](?:(?:classpath\*?|file|jar):|[^\s"']{0,200}\.(?:sql|groovy|gvy|[cm]?js|kts?|xml|ya?ml|properties|conf|sh|bat|py|rb|lua|bsh|jar|class|clj|drl|bpmn)["']|(?:[a-z]\w{0,40}\.){1,9}[A-Z]\w{0,80}(?:#\w{1,80})?["'])/g,
    ],
    // An expression that the framework evaluates.
    [
      "code made at run time",
      /@(?:\w{1,40}\s?[.:]\s?){0,9}[A-Z]\w{1,60}\s?\([^)\n]{0,400}["'][^"'\n]{0,200}(?:#\{|\bT\()/g,
    ],
    ["the build", /@(?:\w{1,40}\s?[.:]\s?){0,9}Grab\w{0,20}\b/g],
    ["a process", /\bDesktop\.getDesktop\b|\.runCommand\(/g],
    [
      "the network",
      /\bAsynchronous(?:Server)?SocketChannel\b|\bInetSocketAddress\b|\bHttps?Server\.create\b|\bSocketFactory\b|\bcreateSocket\(|\bNaming\.(?:lookup|bind|rebind)\b|\bLocateRegistry\b|\bInitial(?:Dir|Ldap)Context\b|\bNetworkInterface\.|\bJMXConnectorFactory\b|\bTransport\.send\b|\bRestClient\.|\bSSL(?:Server)?SocketFactory\b/g,
    ],
    [
      "the environment",
      /\b(?:Integer\.getInteger|Long\.getLong|Boolean\.getBoolean)\(|\bSystem\.(?:set|clear)Propert(?:y|ies)\b/g,
    ],
    [
      "code made at run time",
      /(?:\)|\b(?:cls|clazz|klass|ctor|constructor))\.newInstance\(|::class\.createInstance\(|\bcreateInstance\(|\.getMethod\(\s?[^)\s]|\.getDeclared(?:Constructor|Field)s?\(|\bgetSystemJavaCompiler\b|\bProxy\.newProxyInstance\b|\bSpelExpressionParser\b|\bUnsafe\.|\bsetAccessible\(|\bnew\sYaml\(|\bnativeLinker\b|\bSymbolLookup\b|\bInstrumentation\b|\b(?:public|private|protected|static|final)\snative\s|\bModuleLayer\b|\bloadLibrary\b/g,
    ],
  ],
  imports: {
    patterns: [/^\s{0,9}import\s(?:static\s)?([\w.`]{1,200})/g],
    moduleOf: packageOf,
    harmless:
      /^(?:java\.(?:lang(?:\.annotation)?|util(?:\.(?:concurrent(?:\.atomic|\.locks)?|function|stream|regex))?|time(?:\.\w{1,9})?|math|text|nio\.charset)|kotlin(?:\.\w{1,20}){0,2}|kotlinx\.(?:coroutines|serialization)(?:\.\w{1,20})?|org\.(?:junit|mockito|hamcrest|assertj|jetbrains\.annotations)(?:\.\w{1,20})?|scala)$/,
    declares: /^\s{0,9}package\s([\w.]{1,200})/gm,
    placesOf: (module) => [`/${module.replaceAll(".", "/")}/`],
    fullPaths: {
      moduleOf: (name) => {
        // The last word of a sentence and the line below it look like one name.
        const segments = name.split(".");
        return packageOf(
          segments
            .slice(
              Math.max(
                0,
                segments.findLastIndex((one) => roots.has(one)),
              ),
            )
            .join("."),
        );
      },
      patterns: [
        /(?<![\w.$/"'-])(?!(?:this|super)\.)(?:_root_\.)?([a-z][a-z0-9_]{1,60}\.(?:[a-z][a-z0-9_]{0,60}\.){1,9}[A-Z]\w{0,60})(?!["'\w])/g,
        // One word and a class are a name only where something is called: a sentence may end between them.
        /(?<![\w.$/"'-])(?!(?:this|super)\.)(?:_root_\.)?([a-z][a-z0-9_]{1,60}\.[A-Z]\w{0,60})(?:(?:\.\w{1,60}){1,9}\s?\(|\()/g,
        /(?<![\w.$@/"'-])((?:com|org|net|io|dev|edu|gov|info|app|de|eu|fr|uk|cn|jp|ru|ch|nl)\.(?:[a-z]\w{0,60}\.){1,9}[a-z]\w{0,60})\s?\(/g,
      ],
    },
  },
};

/** What only Java and its like write so: a function of Kotlin is called by `invoke` too. */
export const java: LanguageUses = {
  endings: ["java", "groovy", "scala"],
  uses: [["code made at run time", /\.invoke\s?\(\s?\w{1,40}[,)]/g]],
  imports: { patterns: [], moduleOf: () => null, harmless: /^$/ },
};

/** Clojure names modules in a list of its own. */
export const clojure: LanguageUses = {
  endings: ["clj", "cljs", "cljc"],
  uses: [],
  imports: {
    patterns: [/\(:?(?:require|import|use)\s['[(]{0,3}([\w.-]{1,100})/g],
    moduleOf: jvm.imports.moduleOf,
    harmless: /^clojure(?:\.(?:string|set|test|walk))?$/,
    placesOf: (module) => [`/${module.replaceAll(".", "/")}`],
  },
};
