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
const uses: readonly (readonly [UseKind, RegExp])[] = [
  [
    "a process",
    /\bchild_process\b|\bexecSync\b|\bexecFile|\bspawn(?:Sync)?\s?\(|\bsubprocess\b|\bos\.(?:system|popen|exec[a-z]{1,3}|spawn[a-z]{1,3})\b|\bgetRuntime\(\)\.exec|\bProcessBuilder\b|\bProcess\.(?:Start|run|spawn)\b|\bNSTask\b|\bProcess\(\)|\bos\/exec\b|\bexec\.Command|\bstd::process\b|\bCommand::new|\b(?:shell_exec|proc_open|passthru|popen|system)\s?\(|\bDeno\.(?:run|Command)\b|\bOpen3\b|\bKernel\.(?:system|exec|spawn)\b|%x[({]|\bposix_spawn|\bSystem\.cmd\b|\bInvoke-Expression\b/,
  ],
  [
    "the network",
    /\bfetch\s?\(|\bXMLHttpRequest\b|\bnew\sWebSocket\b|\baxios\b|\bnode:(?:https?|net|tls|dgram|dns)\b|\brequire\(["'](?:https?|net|tls|dgram|dns)["']\)|\bfrom\s["'](?:https?|net|tls|dgram|dns)["']|\bsendBeacon\b|\burllib|\bimport\srequests\b|\brequests\.(?:get|post|put|request)|\bhttpx\b|\baiohttp\b|\bimport\ssocket\b|\bsocket\.socket|\bHttpURLConnection\b|\bHttpClient\b|\bopenConnection\(|\bokhttp3?\b|\bURLSession\b|\bnet\/http\b|\bnet\.Dial|\bhttp\.(?:Get|Post|NewRequest)\b|\bWebClient\b|\bTcpClient\b|\breqwest\b|\bTcpStream\b|\bNet::HTTP\b|\bopen-uri\b|\bTCPSocket\b|\bcurl_(?:init|exec)\b|\bfsockopen\b|\bdart:io\b|\bHTTPoison\b|\bcurl\s{1,4}-|\bwget\s/,
  ],
  [
    "the environment",
    /\bprocess\.env\b|\bos\.environ\b|\bgetenv\b|\bGetEnvironmentVariables?\b|\bSystem\.getenv|\bSystem\.getProperties\b|\bprocessInfo\.environment\b|\bos\.(?:Getenv|Environ|LookupEnv)\b|\bstd::env\b|\benv!\(|\bENV\[|\bENV\.fetch|\$_ENV\b|\$_SERVER\b|\bPlatform\.environment\b|\bSystem\.(?:get_env|fetch_env)|\bimport\.meta\.env\b|\bDeno\.env\b|\/proc\/self|\bhomedir\(\)|~\/\.(?:ssh|aws|npmrc|netrc)|169\.254\.169\.254/,
  ],
  [
    "code made at run time",
    /\beval\s?\(|\bnew\sFunction\s?\(|\bvm\.(?:run|compile|Script)|\bnode:vm\b|\b__import__\b|\bimportlib\b|\bexec\s?\(|\bcompile\s?\([^)\n]{0,200}["']exec["']|\bpickle\.loads?\b|\bmarshal\.loads?\b|\bClass\.forName|\bURLClassLoader\b|\bdefineClass\b|\bScriptEngine\b|\bNSClassFromString\b|\bdlopen\b|\bAssembly\.Load|\bCSharpScript\b|\bplugin\.Open\b|\binstance_eval\b|\bclass_eval\b|\bMarshal\.load\b|\bcreate_function\b|\bunserialize\s?\(|\bIsolate\.spawnUri\b|\bCode\.eval|\bloadstring\b|\bimport\s?\(\s?[^"'\s)]/,
  ],
  [
    "the build",
    /^\s{0,9}\/\/go:(?:generate|linkname|embed)|^\s{0,9}\/\/\s?#cgo|^\s{0,9}#cgo|^\s{0,9}\/\/\s?RUN:|\binclude(?:_bytes|_str)?!\s?\(/,
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
    const found = uses.find(([, pattern]) => pattern.test(part));
    if (found !== undefined) return found[0];
  }
  return undefined;
}
