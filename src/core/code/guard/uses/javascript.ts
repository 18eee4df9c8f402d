import type { LanguageUses } from "./language-uses.ts";
import { loadedData } from "./loaded-data.ts";
import { ofPages } from "./pages.ts";

export const javascript: LanguageUses = {
  endings: ["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs", "vue", "svelte"],
  uses: [
    [
      "a process",
      /\bchild_process\b|\bexecSync\b|\bexecFile|\bspawn(?:Sync)?\s?\(|\bexeca\b|\bfrom\s?["']zx["']|\bDeno\.(?:run|Command)\b|\bBun\.(?:spawn|\$)|\bcluster\.fork\b/g,
    ],
    [
      "the network",
      /\bfetch(?:Later)?\s?\(|\bXMLHttpRequest\b|\bnew\s(?:[\w$]{1,40}\.){0,3}(?:WebSocket|EventSource|RTCPeerConnection|WebTransport)\b|\bReflect\.construct\s?\(\s?(?:WebSocket|EventSource)\b|\baxios\b|\bundici\b|\bsendBeacon\b|\bDeno\.(?:connect|listen|serve)|\[\s?["'`]fetch["'`]\s?\]/g,
    ],
    ...ofPages,
    [
      "the network",
      /\bnode:(?:https?|http2|net|tls|dgram|dns)\b|\b(?:require\(|from\s?)["'](?:https?|http2|net|tls|dgram|dns|got|node-fetch)["']|["']https?:\/\/[^"'\s]{1,200}\.[cm]?[jt]s["']/g,
    ],
    [
      "the environment",
      /\bprocess\??\.env\b|\bprocess\??\.?\[|\bprocess\.loadEnvFile\b|\benv\b[^\n]{0,80}\}\s?=\s?process\b|["'](?:node:)?process["']|\bimport\.meta\.env\b|\b(?:Deno|Bun)\.env\b|\bhomedir\(\)/g,
    ],
    [
      "code made at run time",
      /\beval\s?[("'?.]|\beval\)|\bnew\sFunction\s?\(|\bFunction\s?\(\s?["'`]|\bvm\.(?:run|compile|Script)|\bnode:(?:vm|worker_threads|module)\b|\bcreateRequire\b|\bnew\s(?:Shared)?Worker\b|\bWebAssembly\b|\.constructor\s?\(\s?["'`]|\bset(?:Timeout|Interval)\s?\(\s?["'`]/g,
    ],
    [
      "code made at run time",
      /\brequire\(\s?(?:["'](?:vm|module|worker_threads)["']|[A-Za-z_$`])|\bimport\s?\(\s?[^"'\s)]|\bprocess\.(?:binding|dlopen)\b/g,
    ],
    // Node runs whatever has no ending that it knows.
    loadedData(
      String.raw`\b(?:from|import)\s?(?=["'])|\b(?:require|import(?:\.meta\.glob)?|(?:require|import)[A-Z]\w{0,20}|(?:do|un)?mock)\s?\(`,
      { between: "[^();\\n]", reads: ["json"] },
    ),
    // All files by a pattern, which may be of any ending; `/*` of one looks like a comment, behind which nothing is seen.
    [
      "code made at run time",
      /\bimport\.meta\.glob\w{0,20}\s?(?:<[^>\n]{0,100}>\s?)?\((?!\s?\[?\s?(?:["'`][^"'`\n]{1,200}\.(?:[cm]?[jt]sx?|vue|svelte|\{[cmjtsx,]{2,30}\})["'`]\s?,?\s?){1,20}\]?\s?(?:,\s?\{|\)))(?!\s?\[?\s?["'`][^"'`\n]{0,200}$)/g,
    ],
    [
      "code made at run time",
      /\brequire\.context\s?\((?![^()\n]{0,200}\/[^\n]{0,100}\\\.(?:\([\w|]{2,30}\)|\[?[cmjtsx?\][]{1,20})\$\/\w?\s?[,)])/g,
    ],
    ["code made at run time", /\b(?:require|import)\s?\(\s?(?:"[^"\n]{0,200}"|'[^'\n]{0,200}')\s?[^\s),]/g],
    // By another name.
    [
      "the environment",
      /=\s?(?:process|globalThis)\s?(?:[;,)]|$)|\{[^{}\n]{0,100}\bprocess\s?:[^{}\n]{0,100}\}\s?=|\bimport\s(?:\*\sas\s)?\w{1,40}\sfrom\s?["'](?:node:)?process["']/g,
    ],
    [
      "code made at run time",
      /=\s?(?:eval|fetch|require|Function)\s?(?:[;,)]|$)|\{[^{}\n]{0,100}\b(?:eval|fetch|Function)\s?:[^{}\n]{0,100}\}\s?=\s?(?:globalThis|window|global|self)\b/g,
    ],
    ["a comment of HTML", /<!--(?![^\n]{0,400}["'`])/g],
    ["a process", /\bprocess\.kill\b|\bcluster\.setup(?:Primary|Master)\b|["\']node-pty["\']/g],
    [
      "the network",
      /\bnet\.(?:connect|createConnection|createServer)\b|\btls\.connect\b|\bdns(?:Promises)?\.(?:lookup|resolve\w{0,8})\b|["\'](?:node:)?dns\/promises["\']|\bBun\.(?:serve|connect|listen|udpSocket)\b|\bDeno\.(?:resolveDns|connectTls|createHttpClient)\b|\bhttps?\.(?:get|request)\s?\(|[(,]\s?fetch\s?\)/g,
    ],
    ["the environment", /\bos\.(?:userInfo|hostname|networkInterfaces)\s?\(/g],
    [
      "code made at run time",
      /\bReflect\.(?:construct|apply)\s?\(\s?(?:Function|eval)\b|\)\.constructor\s?\(|\bmodule\._compile\b|\bModule\._\w|\brequire\.(?:cache|extensions)\b|\bv8\.(?:setFlagsFromString|deserialize)\b|\bShadowRealm\b|\bnode:(?:inspector|wasi|repl)\b|["\']vm["\']/g,
    ],
  ],
  imports: {
    patterns: [
      /\b(?:from|(?:import|require)(?:\.resolve|\.meta\.resolve|Actual|Mock)?)\s?\(?\s?["']([^"'\s$]{1,200})["']/g,
      /\bexport\s[^"']{0,400}from\s?["']([^"'\s$]{1,200})["']/g,
    ],
    moduleOf: (name) => {
      if (/^(?:\.|@\/|~)/.test(name)) return /node_modules|\/\.[\w-]/.test(name) ? name : null;
      if (name.startsWith("/") || name.includes("/../")) return name;
      const bare = name.replace(/^node:/, "");
      return bare
        .split("/")
        .slice(0, bare.startsWith("@") ? 2 : 1)
        .join("/");
    },
    harmless:
      /^(?:assert|buffer|events|path|querystring|string_decoder|test|timers|url|util|vitest|jest|@jest\/globals|mocha|chai|sinon|tslib)$/,
  },
};
