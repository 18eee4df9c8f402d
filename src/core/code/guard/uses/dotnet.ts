import { firstOf, type LanguageUses } from "./language-uses.ts";

/** Names of .NET with members that have members. */
const ofLanguage =
  /^(?:System|Microsoft|Encoding|CultureInfo|StringComparer|Console|Environment|Thread|Task|DateTime(?:Offset)?|TimeSpan|TimeProvider|Guid|Assert|Is|Has|Does|Throws|Path|File|Directory|Regex|JsonNamingPolicy|JsonSerializerOptions|JsonSerializer|Activity|Debug|Trace|GC|ArrayPool|MemoryPool|Random|Stopwatch|Interlocked|Volatile|Type|Enum|Math|BitConverter|Convert|NumberFormatInfo|EventArgs|Comparer|EqualityComparer|Assembly|AppDomain|AppContext)\./;

export const dotnet: LanguageUses = {
  endings: ["cs", "fs", "fsi", "vb", "razor"],
  uses: [
    [
      "a process",
      /\bProcess(?:\.Start|StartInfo)\b|\bProcess\s\w{1,40}\s?=|\bnew\sProcess\b|\bDiagnostics\.Process\b|\bCli\.Wrap\b|\bPowerShell\.Create\b/g,
    ],
    [
      "the network",
      /\bHttpClient\b|\bWeb(?:Client|Request)\b|\b(?:Tcp|Udp|Smtp)(?:Client|Listener)\b|\bClientWebSocket\b|\bHttpListener\b|\bDns\.Get|\bGet(?:String|Stream|ByteArray)Async\(|\bGrpcChannel\b|\bSystem\.Net\.\w{1,20}|\bnew\sSocket\b/g,
    ],
    [
      "the environment",
      /\bGetEnvironmentVariables?\b|\bExpandEnvironmentVariables\b|\bAddEnvironmentVariables\b|\bGetFolderPath\b/g,
    ],
    // By another name.
    [
      "a process",
      /\busing\s\w{1,60}\s?=\s?(?:global::)?System(?:\.(?:Environment|Diagnostics|Net|Reflection|Activator|Type)\b|\s?;)|\busing\sstatic\s(?:global::)?System\.(?:Environment|Activator|Type|Diagnostics)\b|^\s{0,9}(?:module|Imports)\s\w{1,60}\s?=\s?System\b/g,
    ],
    [
      "code made at run time",
      /\bAssembly\.(?:Load|UnsafeLoad)|\bCSharpScript\b|\bBinaryFormatter\b|\b(?:DllImport|LibraryImport|ModuleInitializer|UnmanagedCallersOnly)\b|\bNativeLibrary\b|\bActivator\.CreateInstance\b|\bType\.GetType\(|\.Invoke\(\s?\w{1,40}\s?,|\bTypeNameHandling\b|\bDynamicInvoke\b|\bReflection\.Emit\b/g,
    ],
    // A type that a program makes of what it is given, while F# is compiled.
    ["the build", /\b[A-Z]\w{0,60}Provider\s?<\s?(?:@?"|const\b|\w{1,40}\s?=)/g],
    ["a process", /\bProcess\.Get(?:Process|Current)\w{0,12}\b/g],
    [
      "the network",
      /\bHttpRequestMessage\b|\bIHttpClientFactory\b|\b(?:SocketsHttp|HttpClient)Handler\b|\b(?:Ftp|File)WebRequest\b|\bNamedPipe(?:Client|Server)Stream\b|\bQuic(?:Connection|Listener)\b|\bnew\sPing\b|\b(?:Sql|Npgsql|MySql)Connection\b|\bNetworkStream\b|\bSslStream\b|\bWebApplication\.Create/g,
    ],
    [
      "the environment",
      /\bEnvironment\.(?:UserName|MachineName|UserDomainName|CommandLine|GetCommandLineArgs|SetEnvironmentVariable)\b|\bRegistry\.(?:GetValue|LocalMachine|CurrentUser)\b|\bRegistryKey\b/g,
    ],
    [
      "code made at run time",
      /\bAssemblyLoadContext\b|\bInvokeMember\b|\bCSharpCompilation\b|\bDynamicMethod\b|\bGetDelegateForFunctionPointer\b|\bNetDataContractSerializer\b|\b(?:Los|ObjectState|Soap)Formatter\b|\bdelegate\s?\*|\bAppDomain\.CurrentDomain\.(?:Load|Create|Execute)|\bXslCompiledTransform\b|\bExpression\.Lambda\b|\.GetMethods?\(\s?[^)\s]/g,
    ],
  ],
  imports: {
    patterns: [
      /(?:^|[;{])\s{0,20}(?:global\s)?using\s(?:static\s|unsafe\s){0,2}(?:\w{1,60}\s?=\s?)?([A-Za-z_][\w.]{1,200})\s?[;*]/g,
      /\bextern\salias\s(\w{1,60})/g,
      /^\s{0,9}(?:open|Imports|module\s\w{1,60}\s=)\s([\w.]{1,200})/g,
    ],
    moduleOf: (name) => (name.startsWith("System") ? name : name.split(".").slice(0, 2).join(".")),
    harmless:
      /^(?:System|System\.(?:Collections(?:\.(?:Generic|Concurrent|Immutable|ObjectModel))?|ComponentModel|Diagnostics\.CodeAnalysis|Globalization|IO|Linq|Text(?:\.(?:Json|RegularExpressions)(?:\.\w{1,20})?)?|Threading(?:\.Tasks)?)|Xunit(?:\.\w{1,20})?|NUnit\.Framework|FluentAssertions|Moq)$/,
    declares: /^\s{0,9}namespace\s([\w.]{1,200})/gm,
    fullPaths: {
      patterns: [
        /\bglobal::([A-Z]\w{0,60}\.[A-Z][\w.]{0,200})/g,
        /\bnew\s([A-Z]\w{0,60}\.[A-Z]\w{0,60}(?:\.[A-Z]\w{0,60}){1,9})\s?[<({]/g,
        /(?<![\w.@"'<\/-])([A-Z]\w{0,60}\.[A-Z]\w{0,60}(?:\.[A-Z]\w{0,60}){2,9})\s?\(/g,
      ],
      moduleOf: (name) => (ofLanguage.test(name) ? null : firstOf(name, 1, ".")),
      ownNames: (content) =>
        [
          ...content.matchAll(/\b(?:class|struct|enum|interface|record|namespace|using)\s([A-Z]\w{0,60})/g),
          // Fields, properties and parameters.
          ...content.matchAll(/[\w>\])?]\s([A-Z]\w{0,60})\s?(?:[{;=,)]|$)/gm),
        ].map(([, name = ""]) => name),
    },
  },
};
