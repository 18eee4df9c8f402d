import type { FileChange } from "../file-change.ts";

export type UseKind = "a process" | "the network" | "the environment" | "code made at run time" | "the build";

/** A line that the change brings in and that a reviewer should read first. */
export interface SensitiveUse {
  readonly path: string;
  /** 1-based, in the file as written. */
  readonly line: number;
  readonly kind: UseKind;
}

/** How the common languages reach out. Names that mean nothing else; a miss is possible, so this is help and no proof. */
const uses: readonly (readonly [UseKind, readonly RegExp[]])[] = [
  [
    "a process",
    [
      /\bchild_process\b|\bexecSync\b|\bexecFile|\bspawn(?:Sync)?\s?\(|\bexeca\b|\bfrom\s["']zx["']|\bDeno\.(?:run|Command)\b/,
      /\bsubprocess\b|\bos\.(?:system|popen|exec[a-z]{1,3}|spawn[a-z]{1,3})\b|\bfrom\sos\simport\s[^\n]{0,80}\b(?:system|popen|exec[lv])|\bcreate_subprocess_/,
      /\bgetRuntime\(\)|\bProcessBuilder\b|\bProcess\.(?:Start|start|run|runSync|spawn|init)\b|\bnew\sProcess\b|\bProcessStartInfo\b|\bNSTask\b|\bProcess\(\)|\bNSAppleScript\b/,
      /\bos\/exec\b|\bexec\.Command|\bsyscall\.Exec\b|\bos\.StartProcess\b|\bstd::process\b|\btokio::process\b|\bCommand::new|\bposix_spawn|\bexecv[pe]{0,2}\b/,
      /\b(?:shell_exec|proc_open|passthru|popen|pcntl_exec|system)\s?\(|\b(?:system|exec|spawn)\s["']|\bIO\.popen\b|\bOpen3\b|\bKernel\.(?:system|exec|spawn)\b|%x[({]/,
      /\bSystem\.(?:cmd|shell)\b|:os\.cmd\b|\bPort\.open\b|\bInvoke-Expression\b/,
    ],
  ],
  [
    "the network",
    [
      /\bfetch\s?\(|\bXMLHttpRequest\b|\bnew\sWebSocket\b|\baxios\b|\bundici\b|\bfrom\s["'](?:got|node-fetch)["']|\bsendBeacon\b/,
      /\bnode:(?:https?|http2|net|tls|dgram|dns)\b|\b(?:require\(|from\s)["'](?:https?|http2|net|tls|dgram|dns)["']/,
      /\burllib|\b(?:import|from)\srequests\b|\brequests\.(?:get|post|put|request)|\bhttpx\b|\baiohttp\b|\bhttp\.client\b|\bsmtplib\b|\bimport\ssocket\b|\bsocket\.socket/,
      /\bHttpURLConnection\b|\bHttpClient\b|\bopenConnection\(|\bopenStream\(|\bURL\([^)\n]{0,200}\)\.readText|\bokhttp3?\b|\bnew\s(?:Server)?Socket\b/,
      /\bURLSession\b|\bNWConnection\b|\bcontentsOf:\s?URL\(string|\bWebClient\b|\bWebRequest\b|\b(?:Tcp|Udp)Client\b|\bClientWebSocket\b/,
      /\bnet\/http\b|^\s{0,9}(?:import\s)?"net"\s{0,9}$|\bnet\.(?:Dial|Listen)|\btls\.Dial|\bhttp\.(?:Get|Post|PostForm|Head|NewRequest|DefaultClient)\b/,
      /\breqwest\b|\bureq\b|\bhyper::|\b(?:TcpStream|TcpListener|UdpSocket)\b/,
      /\bNet::HTTP\b|\bopen-uri\b|\bURI\.open\b|\bTCPSocket\b|\brequire\s["']socket["']|\bcurl_(?:init|exec)\b|\bfsockopen\b|\bstream_socket_client\b|\bGuzzleHttp\b|\b(?:file_get_contents|fopen)\s?\(\s?["']https?:/,
      /\bdart:io\b|\bpackage:http\b|\bSocket\.connect\b|\bHTTPoison\b|:httpc\b|:gen_tcp\b|\bReq\.(?:get|post)|\bcurl\s{1,4}-|\bwget\s/,
    ],
  ],
  [
    "the environment",
    [
      /\bprocess\.env\b|\benv\b[^\n]{0,80}\}\s?=\s?process\b|["']node:process["']|\bimport\.meta\.env\b|\bDeno\.env\b/,
      /\bos\.environ\b|\bfrom\sos\simport\s[^\n]{0,80}\b(?:environ|getenv)\b|\bgetenv\b|\bGetEnvironmentVariables?\b|\bSystem\.getenv|\bSystem\.getProperties\b|\bprocessInfo\.environment\b/,
      /\bos\.(?:Getenv|Environ|LookupEnv)\b|\bstd::env\b|\benv::vars?\b|\b(?:option_)?env!\(|\bENV\[|\bENV\.(?:fetch|to_h|each|values)\b|\$_ENV\b|\$_SERVER\b|\bPlatform\.environment\b|\bSystem\.(?:get_env|fetch_env)/,
      /\/proc\/self|\bhomedir\(\)|~\/\.(?:ssh|aws|npmrc|netrc)|169\.254\.169\.254/,
    ],
  ],
  [
    "code made at run time",
    [
      /\beval\s?[("']|\bnew\sFunction\s?\(|\bFunction\s?\(\s?["'`]|\bvm\.(?:run|compile|Script)|\bnode:(?:vm|worker_threads)\b|\brequire\((?:["']vm["']|\s?[A-Za-z_$])|\bimport\s?\(\s?[^"'\s)]/,
      /\b__import__\b|\bimportlib\b|\brunpy\b|\bctypes\b|\bexec\s?\(|\bcompile\s?\([^)\n]{0,200}["']exec["']|\bpickle\.loads?\b|\bmarshal\.loads?\b|\b(?:yaml|YAML)\.unsafe_load/,
      /\bClass\.forName|\bURLClassLoader\b|\bdefineClass\b|\bScriptEngine(?:Manager)?\b|\bObjectInputStream\b|\bSystem\.load(?:Library)?\b|\bNSClassFromString\b|\bdlopen\b/,
      /\bAssembly\.Load|\bCSharpScript\b|\bBinaryFormatter\b|\bDllImport\b|\bModuleInitializer\b|\bplugin\.Open\b|^\s{0,9}(?:import\s)?"plugin"\s{0,9}$|^\s{0,9}import\s"C"/,
      /\b(?:instance|class|module)_eval\b|\bMarshal\.load\b|\bcreate_function\b|\bunserialize\s?\(|\binclude(?:_once)?\s\$|\blibloading\b|#\[ctor\]/,
      /\bIsolate\.spawnUri\b|\bdart:(?:ffi|mirrors)\b|\bCode\.eval|\bbinary_to_term\b|\bloadstring\b/,
    ],
  ],
  [
    "the build",
    [
      /^\s{0,9}\/\/go:(?:generate|linkname|embed|build\smage)|^\s{0,9}\/\/\s?#cgo|^\s{0,9}#cgo|^\s{0,9}\/\/\s?RUN:|\binclude(?:_bytes|_str)?!\s?\(/,
    ],
  ],
];

/** Patterns are matched within so many characters at once, of which the last ones are looked at again. */
const window = { length: 2_000, overlap: 200 };

/**
 * What the change newly uses of the machine it will run on: only lines that the file did not have. Comments count: where one
 * ends is the language's to say, and in several of them code may stand in what looks like one.
 */
export function sensitiveUses(
  files: readonly FileChange[],
  before: ReadonlyMap<string, string>,
): readonly SensitiveUse[] {
  return files.flatMap(({ path, content }) => {
    const known = new Set((before.get(path) ?? "").split("\n").map((line) => line.trim()));
    return (content ?? "").split("\n").flatMap((line, at) => {
      if (line.trim() === "" || known.has(line.trim())) return [];
      const kind = useIn(line);
      return kind === undefined ? [] : [{ path, line: at + 1, kind }];
    });
  });
}

function useIn(line: string): UseKind | undefined {
  for (let at = 0; at === 0 || at + window.overlap < line.length; at += window.length - window.overlap) {
    const part = line.slice(at, at + window.length);
    const found = uses.find(([, patterns]) => patterns.some((pattern) => pattern.test(part)));
    if (found !== undefined) return found[0];
  }
  return undefined;
}
