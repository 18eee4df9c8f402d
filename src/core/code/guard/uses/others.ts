import { firstOf, type LanguageUses } from "./language-uses.ts";
import { loadedData } from "./loaded-data.ts";

export const dart: LanguageUses = {
  endings: ["dart"],
  uses: [
    loadedData(String.raw`^\s{0,9}(?:import|export|part)\s?(?=["'])`),
    ["a process", /\bProcess\.(?:start|run|runSync)\b|package:(?:process_run|dcli|process|cli_script)\b/g],
    [
      "the network",
      /\bdart:(?:io|html)\b|\bpackage:(?:http|dio|web_socket_channel)\b|\b\w{0,12}Socket\.(?:connect|bind)\b|\bHttp(?:Client|Server)\b|\bWebSocket(?:Channel)?\.connect\b|\bInternetAddress\b/g,
    ],
    ["the environment", /\bPlatform\.environment\b|\b(?:String|bool|int)\.fromEnvironment\b/g],
    [
      "code made at run time",
      /\bIsolate\.spawn(?:Uri)?\b|\bdart:(?:ffi|mirrors)\b|\bDynamicLibrary\b|\bFunction\.apply\b|@(?:Native|FfiNative)\b/g,
    ],
    ["a process", /\bProcess\.killPid\b/g],
    [
      "the network",
      /\bHttpRequest\.(?:getString|request|postFormData)\b|\bNetworkInterface\.|\bNetworkAssetBundle\b|\b(?:Image\.network|NetworkImage)\b|\bDio\(|\bhttp\.(?:get|post|put|patch|delete|head|read|Client)\b|\bpackage:web\//g,
    ],
    [
      "the environment",
      /\bPlatform\.(?:localHostname|script|resolvedExecutable|executable)\b|\bhasEnvironment\(/g,
    ],
    [
      "code made at run time",
      /\bIsolate\.run\b|\breflect(?:Class|Type)?\(|\bcurrentMirrorSystem\b|\bdart:js\w{0,20}|\bdeferred\sas\b/g,
    ],
  ],
  imports: {
    patterns: [
      /\b(?:import|export|part|of|augment|library)\s?r?["']([^"']{1,200})["']/g,
      /\bif\s?\([^)\n]{1,100}\)\s?r?["']([^"']{1,200})["']/g,
    ],
    moduleOf: (name) => (/^(?:package|dart):/.test(name) ? firstOf(name, 1, "/") : null),
    harmless:
      /^(?:dart:(?:async|collection|convert|core|math|typed_data)|package:(?:test|meta|collection|async|flutter|flutter_test))$/,
    placesOf: (module) => [`/${module.replace("package:", "")}/`],
  },
};

export const beam: LanguageUses = {
  endings: ["ex", "exs", "erl", "hrl"],
  uses: [
    [
      "a process",
      /\bSystem\.(?:cmd|shell)\b|\bMuonTrap\b|:os\.cmd\b|\bos:cmd\b|\bopen_port\b|\bPort\.open\b|:os,\s?:cmd/g,
    ],
    [
      "the network",
      /\bHTTPoison\b|\bFinch\b|\bTesla\b|\bReq\.(?:get|post|new)|[:\b](?:httpc|gen_tcp|gen_udp|ssl|hackney|inets|rpc|erpc)\b|\bNode\.connect\b|\bMint\.HTTP\b|\b(?:gen_tcp|httpc|ssl):connect/g,
    ],
    // By another name.
    [
      "a process",
      /\b(?:alias|import)\s(?:Elixir\.)?(?:System|Port|Code|Node)\b|=\s?(?:System|Port|Code|Node|:os|:erlang|:httpc|:gen_tcp)\s?$|^\s{0,9}-import\(\s?(?:os|erlang|httpc|gen_tcp|ssl|rpc)\b|^\s{0,9}-define\([^\n]{1,100},\s?\(?(?:os|erlang|httpc|gen_tcp|ssl|rpc)\b|\bapply\(\s?(?:os|erlang|httpc)\b/g,
    ],
    ["the environment", /\bSystem\.(?:get_env|fetch_env)|:os\.(?:env|getenv)\b|\bos:getenv\b/g],
    [
      "code made at run time",
      /\bCode\.(?:eval|compile|require|load)|\bbinary_to_term\b|\bapply\s?\(|\bEEx\.eval|@on_load\b|-on_load\b|\berl_(?:eval|nif)|\bload_nif\b/g,
    ],
  ],
  imports: {
    patterns: [
      /(?:^|;)\s{0,20}(?:use|import|require|alias)(?:\s|\s?\(\s?)(?::(?=[a-z]))?([A-Z]\w{0,60}|(?<=:)[a-z]\w{0,60})/g,
      /@(?:behaviou?r|before_compile|after_compile|on_definition)\s\(?([A-Z]\w{0,60})/g,
      /^\s{0,20}-(?:import|behaviou?r)\(\s?(\w{1,60})/g,
      /^\s{0,20}-include_lib\("(\w{1,60})\//g,
    ],
    moduleOf: (name) => name,
    harmless:
      /^(?:ExUnit|Logger|GenServer|Supervisor|Application|Agent|Task|Registry|Enum|Stream|Map|MapSet|List|Keyword|String|Integer|Float|Date|Time|DateTime|NaiveDateTime|Regex|Access|Record|Bitwise|Kernel|lists|maps|gen_server|gen_statem|supervisor|application|eunit|common_test)$/,
    declares: /\bdefmodule\s(\w{1,60})|^\s{0,9}-module\((\w{1,60})\)/gm,
    placesOf: (module) => {
      const name = module.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "_").toLowerCase();
      return [`/${name}.ex`, `/${name}/`, `/${module}.erl`];
    },
  },
};

/** Languages of which only the plainest ways are known. */
export const others: LanguageUses = {
  endings: "pl pm t hs ml mli jl nim lua r elm sol".split(" "),
  uses: [
    loadedData(
      String.raw`\b(?:require|do|dofile|loadfile|source|sys\.source|include|use|import)\b(?=\s?\(?\s?["'])`,
    ),
    ["code made at run time", /\bdofile\s?\(/g],
    [
      "a process",
      /`[^`\n]{1,400}`|=\s?`[^`\n]{0,400}$|\bqx\W|\bopen\s?\([^;\n]{0,100}\|\s?["']|\b(?:system|exec)(?:\s?\(|\s["'$])|\bfork\b|\bSystem\.Process\b|\bSys\.command\b|\bUnix\.(?:exec|system|open_process|create_process)|\bexecShellCmd\b|\bexecCmd|\bstartProcess\b|\bos\.execute\b|\bio\.popen\b|\bsystem2?\s?\(/g,
    ],
    // By another name.
    [
      "a process",
      /=\s?(?:os|io|require|loadstring|load|run|ccall)\s?(?:$|;)|<-\s?(?:system2?|eval|source|Sys\.getenv)\s?$|\bmodule\s\w{1,60}\s?=\s?(?:Stdlib\.)?(?:Sys|Unix|Obj)\b|\b(?:let\s)?open!?\s(?:Sys|Unix)\b|\b(?:osproc|std\/os)\b|\bimport\sstd\/\[|(?:\\?&|\bCORE::(?:GLOBAL::)?)(?:CORE::)?(?:system|exec|fork|eval)\b|\busing\sBase:\s/g,
    ],
    [
      "the network",
      /\bIO::Socket\b|\bLWP\b|\bHTTP::Tiny\b|\bNetwork\.\w{1,20}|\bhttpclient\b|\bsocket\b|\bdownload\.file\b|\bDownloads\b|\bHTTP\.(?:get|post|request)\b/g,
    ],
    [
      "the environment",
      /\$ENV\{|%ENV\b|\bgetenv\b|\blookupEnv\b|\bgetEnv(?:ironment)?\b|\bSys\.getenv\b|\bENV\[/g,
    ],
    [
      "code made at run time",
      /\beval\b|\bload(?:string|file)?\s?\(|\bdo\s["']|\bunsafePerformIO\b|\bObj\.magic\b|\bccall\b|\bdyn\.load\b|\bunsafeCoerce\b|\bforeign\simport\b/g,
    ],
    [
      "the build",
      /\b(?:static(?:Exec|Read)|gorge(?:Ex)?)\b|\bTemplateHaskell\b|\brunIO\b|\{-#\s?OPTIONS_GHC\b(?!\s-F\s-pgmF\s(?:hspec|tasty|sydtest)-discover\s[^/]{0,100}#-\})|\bBEGIN\s?\{/g,
    ],
  ],
  imports: {
    patterns: [
      /^\s{0,9}(?:use|no|import|using|open|require|from)\s(?:qualified\s|safe\s)?(?:"[\w-]{1,60}"\s)?([A-Za-z][\w.:/]{0,100})/g,
      /\brequire\s?,\s?["']([\w.-]{1,100})/g,
      /\b(?:require|library)\s?\(?\s?["']?([\w.-]{1,100})/g,
    ],
    moduleOf: (name) => firstOf(firstOf(name, 1, "::"), 2, "."),
    harmless:
      /^(?:strict|warnings|utf8|feature|Test|Carp|Data\.\w{1,20}|Control\.\w{1,20}|Prelude|Text\.Read|List|String|Printf|Stdlib|strutils|sequtils|tables|options|unittest|Base|Dates|LinearAlgebra)$/,
    placesOf: (module) => [`/${module}.`, `/${module.replaceAll(".", "/")}.`],
  },
};
