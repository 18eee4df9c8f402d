import type { LanguageUses } from "./language-uses.ts";
import { loadedData } from "./loaded-data.ts";

export const ruby: LanguageUses = {
  endings: ["rb", "rbs", "cr"],
  uses: [
    [
      "a process",
      /`[^`\n]{1,400}`|^[^`\n]{0,400}`[^`\n]{0,400}$|<<[~-]?`|%x\W|\b(?:system|exec|spawn)\s?[("']|\bfork\b(?:\s?[{(]|\sdo\b|\s?$)|\bopen\s?\(?\s?["']\||\bIO\.popen\b|\bOpen3\b|["'](?:open3|pty)["']|\bKernel(?:\.|::)|\bPTY\b|\bmethod\s?\(?\s?:(?:system|exec|spawn|eval|fork)\b|\bIO\.(?:read|readlines|foreach)\s?\(?\s?["']\||\bGem::Util\.|\bRake\.sh\b|\bProcess\.(?:spawn|exec|fork|kill)\b/g,
    ],
    [
      "the network",
      /\bNet::\w{1,10}|\brequire\s["']socket["']|\bopen-uri\b|\bURI\.open\b|\bDRb\.|\bWEBrick\b|\bResolv\b|\bAddrinfo\b|\b(?:TCP|UDP|UNIX|SSL)?(?:Socket|Server)\.(?:new|open|tcp|udp)|\b(?:Faraday|HTTParty|Typhoeus|Excon|RestClient|HTTP)\.(?:get|post|put|new)/g,
    ],
    // By another name.
    [
      "a process",
      /\balias(?:_method)?\s?\(?\s?:?\w{1,60},?\s:?(?:system|exec|spawn|fork|eval|`|send)|=\s?(?:Kernel|Process|IO|Open3|PTY)\s?$|\b(?:include|extend|using)\s?\(?\s?(?:Kernel|Open3|FileUtils)\b/g,
    ],
    ["the environment", /\bENV\b/g],
    [
      "code made at run time",
      /\beval[\s(]|\b(?:instance|class|module)_(?:eval|exec)\b|\bMarshal\.load\b|\bYAML\.(?:unsafe_)?load\b|\bload\s?\(?\s?["']|\brequire(?:\s?\(\s?|\s)[a-z_]|\bconst_get\b|\b(?:public_)?send\s?\(|\b__send__\b|\bdefine_method\b|\bERB\.new\b|\bfiddle\b|\bFiddle\b|\bRubyVM\b|\bPsych\.(?:unsafe_)?load\b|\bBundler\.require\b|\bbinding\b/g,
    ],
    // By any ending, where the place is put together.
    loadedData(String.raw`(?<![.\w])load\b|\bautoload\b`),
    [
      "code made at run time",
      /(?<![.\w]|def\s)load(?:\s?\(|\s)\s?(?:File|Pathname|Dir|Rails|__dir__|__FILE__)\b/g,
    ],
    ["the build", /\{\{[^\n]{0,100}`|\{[{%][^\n]{0,100}\b(?:run|system)\b/g],
  ],
  imports: {
    patterns: [
      /\b(?:require|gem)\s?\(?\s?["']([^"']{1,200})["']/g,
      /\bautoload\s?\(?\s?:\w{1,60},\s?["']([^"']{1,200})["']/g,
    ],
    moduleOf: (name) => (name.startsWith(".") ? null : (name.split("/")[0] ?? name)),
    harmless:
      /^(?:base64|bigdecimal|date|delegate|digest|forwardable|json|logger|minitest|ostruct|rspec|securerandom|set|singleton|stringio|test|time|uri|(?:spec|test|rails)_helper)$/,
    placesOf: (module) => [`/${module}.rb`, `/${module}/`],
  },
};

export const php: LanguageUses = {
  endings: ["php", "phpt"],
  uses: [
    [
      "a process",
      /`[^`\n]{1,400}`\s?[;.)]|\b(?:shell_exec|proc_open|passthru|popen|pcntl_(?:exec|fork)|system|exec)\s?(?:\/\*[^\n]{0,80}\*\/)?\s?\(|\bProcess::from|\bnew\s\\?(?:\w{1,60}\\){0,6}Process\b|[(,]\s?["']\\{0,2}(?:shell_exec|proc_open|passthru|popen|pcntl_exec|system|exec)["']\s?[,)]/gi,
    ],
    [
      "the network",
      /\bcurl_(?:init|exec|multi)|\b(?:p?fsockopen|stream_socket_(?:client|server)|socket_create|ftp_connect|ssh2_connect|mail|dns_get_record|gethostbyname)\s?\(|\bSoapClient\b|\bGuzzleHttp\b|\b(?:file_get_contents|fopen|copy|readfile|file|simplexml_load_file)\s?\(\s?(?:\$|["']https?:)/gi,
    ],
    // Wherever it stands, but for a name between such signs in a remark.
    ["a process", /(?<!(?:\/\/|#|\*\s)[^\n`]{0,200})`(?:[^`\n]{1,400}`|[^`\n]{0,400}$)/g],
    // By another name.
    [
      "a process",
      /\buse\s(?:[\w\\]{1,100}\\)?Process\\\w{1,60}|\buse\sfunction\s\\?(?:system|exec|shell_exec|passthru|popen|proc_open|getenv)\b|\b(?:system|exec|shell_exec|passthru|popen|proc_open)\(\.\.\.\)|\bclass_alias\s?\(/gi,
    ],
    ["the environment", /\b(?:get|put)?env\s?\(|\$_ENV\b|\$_SERVER\b|\bphpinfo\s?\(/gi],
    [
      "code made at run time",
      /\beval\s?\(|\bcreate_function\b|\bunserialize\s?\(|\b(?:include|require)(?:_once)?\s?\(?\s?\$|\bassert\s?\(\s?\$|\bcall_user_func|\bFFI\b|\bnew\s\$|(?:^|[^\w>:$])\$\w{1,40}\s?\(|\bpreg_replace_callback\s?\(\s?\$|\bextract\s?\(|\bReflection\w{1,20}\b/gi,
    ],
    [
      "a process",
      /["']\\{0,2}(?:shell_exec|proc_open|passthru|popen|pcntl_exec|system|exec)["']\s?\)?\s?\(/gi,
    ],
    // A literal that is called, and a file that need not be called after PHP.
    [
      "code made at run time",
      /["'][\w\\]{2,100}(?:::\w{1,60})?["']\s?\(|\b(?:include|require)(?:_once)?(?:\s?\(){0,3}\s?(?=["'\\]|__DIR__|dirname\s?\(|\w{1,60}\s?\.\s?["'$])(?![^;\n]{0,200}\.(?:php|phpt|inc)["']\s?\)?\s?;)/gi,
    ],
  ],
  imports: {
    patterns: [
      /^\s{0,9}use\s(?:function\s|const\s)?\\?([A-Za-z_][\w\\]{1,200})/g,
      /\b(?:include|require)(?:_once)?\s?\(?\s?["']([^"']{1,200})["']/g,
    ],
    moduleOf: (name) => (/[./]/.test(name) ? null : name.split("\\").slice(0, 2).join("\\")),
    harmless:
      /^(?:PHPUnit\\Framework|DateTime\w{0,20}|Exception|\w{1,30}Exception|Countable|Iterator\w{0,20}|Generator|stdClass|Psr\\Log)$/,
    declares: /^\s{0,9}namespace\s([\w\\]{1,200})/gm,
    placesOf: (module) => {
      const place = module.replaceAll("\\", "/");
      return [`/${place}/`, `/${place}.php`, `/${place[0]?.toLowerCase() ?? ""}${place.slice(1)}/`];
    },
    fullPaths: {
      patterns: [
        /\bnew\s\\([A-Za-z_]\w{0,60}\\[\w\\]{1,200})/g,
        /(?<![\w\\])\\([A-Za-z_]\w{0,60}\\[\w\\]{1,200})(?:::|\()/g,
        /(?<![\w\\])\\([A-Z]\w{0,60}(?:\\[A-Z]\w{0,60}){1,9})/g,
        /(?<![\w\\$"'.])([A-Za-z_]\w{0,60}\\[\w\\]{1,200})(?=::|\s?\()/g,
      ],
      ownNames: (content) =>
        /^\s{0,9}namespace\s/m.test(content)
          ? [...content.matchAll(/(?<![\w\\])([A-Za-z_]\w{0,60})\\/g)].map(([, name = ""]) => name)
          : [],
    },
  },
};
