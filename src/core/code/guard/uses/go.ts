import type { LanguageUses } from "./language-uses.ts";

export const go: LanguageUses = {
  endings: ["go"],
  uses: [
    [
      "a process",
      /\bos\/exec\b|\bexec\.Command|\b(?:syscall|unix)\.(?:Exec|ForkExec|StartProcess|RawSyscall6?|Syscall6?)\b|\bos\.StartProcess\b/g,
    ],
    // By another name.
    ["a process", /(?:^|[\s;(])(?!(?:import|return|case)\s)[\w.]{1,40}\s"(?:os|syscall|net)"\s?(?:$|[;)])/g],
    [
      "the network",
      /\bnet\/http\b|\bnet\/(?:smtp|rpc|textproto)\b|(?:^|\s)"net"\s{0,9}$|\bnet\.(?:Dial|Listen|Lookup|Resolve)|\bDialContext\(|\b(?:tls|rpc|websocket|grpc|smtp|ssh)\.Dial|\bhttp\.(?:Get|Post|PostForm|Head|NewRequest|DefaultClient)\b|\bresty\.New\b|"golang\.org\/x\/crypto\/ssh"/g,
    ],
    [
      "the environment",
      /\bos\.(?:Getenv|Environ|LookupEnv|ExpandEnv|UserHomeDir)\b|\bsyscall\.(?:Getenv|Environ)\b/g,
    ],
    [
      "code made at run time",
      /\bplugin\.Open\b|(?:^|\s)"(?:plugin|unsafe|C)"\s{0,9}$|^\s{0,9}import\s"C"|\bunsafe\.Pointer\b|\b(?:goja|otto|interp)\.New\(/g,
    ],
    [
      "the build",
      /^\s{0,9}\/\/go:(?:generate|linkname|embed|debug|fix|cgo\w{0,20}|build\s[^\n]{0,100}\bmage)|^\s{0,9}\/\/\s?\+build\s[^\n]{0,100}\bmage|^\/\/line\s|^\s{0,9}\/{0,2}\s?#cgo/g,
    ],
    ["a process", /\bos\.FindProcess\b|\b(?:syscall|unix)\.Kill\b|\bexec\.LookPath\b/g],
    [
      "the network",
      /\bhttp\.(?:Client|Transport|Server|ListenAndServe\w{0,3}|DefaultTransport)\b|\bhttputil\.\w|\bsmtp\.\w|\bnet\.Interface\w{0,10}|"(?:crypto\/tls|log\/syslog)"/g,
    ],
    [
      "the environment",
      /\bos\.(?:Setenv|Unsetenv|Clearenv|UserConfigDir|UserCacheDir|Hostname)\b|\buser\.(?:Current|Lookup\w{0,8})\(/g,
    ],
    [
      "code made at run time",
      /\.MethodByName\(|\bsyscall\.(?:Mmap|Mprotect|NewLazyDLL|LoadDLL|LoadLibrary)\b|\bpurego\b/g,
    ],
  ],
  imports: {
    patterns: [
      /(?:\bimport\s?\(\s{0,9}|(?<=");\s{0,9})(?:[\p{L}\d_.]{1,40}\s)?["`]([a-z][\w.~-]{0,60}(?:\/[\w.~-]{1,60}){0,9})["`]/gu,
      /^\s{0,9}(?:import\s)?(?:(?!return\s)[\p{L}\d_.]{1,40}\s)?["`]([a-z][\w.~-]{0,60}(?:\/[\w.~-]{1,60}){0,9})["`]\s{0,9};?\s{0,9}$/gu,
    ],
    moduleOf: (name) => (name.includes(".") ? name.split("/").slice(0, 3).join("/") : name),
    harmless:
      /^(?:bufio|bytes|cmp|container\/\w{1,9}|context|crypto\/(?:hmac|md5|rand|sha\w{1,4})|encoding\/\w{1,9}|errors|fmt|hash|io|iter|log|log\/slog|maps|math(?:\/\w{1,9})?|reflect|regexp|slices|sort|strconv|strings|sync(?:\/atomic)?|testing|text\/tabwriter|time|unicode(?:\/\w{1,9})?|github\.com\/stretchr\/testify)$/,
  },
};
