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
    [
      "a process",
      /(?:^|[;{=]|\bdo\s)\s{0,80}(?:system|exec|spawn)\s[a-z_*@]\w{0,40}|\bProcess\.(?:daemon|detach)\b|\bShell\.new\b|\bFile\.popen\b|\bat_exit\b/g,
    ],
    [
      "the network",
      /\bURI(?:\.parse)?\s?\([^)\n]{0,200}\)\.(?:open|read)\b|\bOpenURI\b|["\']net\/\w|["\']drb\b|\bFaraday\b|\b(?:IPSocket|BasicSocket)\b|\b(?:HTTParty|Typhoeus|Excon|RestClient|HTTP)\.(?:delete|patch|head|request)\b/g,
    ],
    [
      "the environment",
      /\bDir\.home\b|\bFile\.expand_path\s?\(?\s?["\']~|\bEtc\.\w|\bSocket\.gethostname\b/g,
    ],
    [
      "code made at run time",
      /\bMarshal\.restore\b|^\s{0,80}(?:load|require_relative)(?:\s|\s?\(\s?)[a-z_@]\w{0,40}|\.constantize\b|\bObjectSpace\.|\bTracePoint\b|\bset_trace_func\b|\bPStore\b|\bOj\.(?:load|object_load)\b|\bmethod\s?\(\s?[a-z_@]/g,
    ],
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
    ["a process", /\b(?:posix_kill|expect_popen|pcntl_\w{2,12})\s?\(|\bnew\s\\?COM\s?\(/gi],
    [
      "the network",
      /\b(?:socket_connect|get_headers|getimagesize|checkdnsrr|imap_open|ldap_connect)\s?\(|\bnew\s\\?(?:mysqli|PDO|Redis|Memcached)\b|\bnew\s\\?SplFileObject\s?\(\s?(?:\$|["\']https?:)/gi,
    ],
    [
      "the environment",
      /\b(?:get_current_user|apache_getenv|php_uname|gethostname|posix_getpw\w{3,4})\s?\(|\bINPUT_(?:ENV|SERVER)\b|\$GLOBALS\[["\']_(?:ENV|SERVER)/g,
    ],
    [
      "code made at run time",
      /\bassert\s?\(\s?["\']|(?:->|::)\$\w{1,40}\s?\(|->\{\s?\$|(?<![\w>])\$\w{1,40}::\w{1,60}\s?\(|\$\$\w|\barray_map\s?\(\s?\$|\bpreg_replace\s?\(\s?["\'][^"\'\n]{0,200}[\/#~][a-z]{0,6}e[a-z]{0,6}["\']/g,
    ],
    [
      "code made at run time",
      /\bparse_str\s?\(|(?<![\w>$])dl\s?\(|\bspl_autoload_register\b|\bregister_(?:shutdown|tick)_function\b|\bClosure::(?:fromCallable|bind)\b|\bforward_static_call|\bstream_wrapper_register\b|\bini_set\s?\(\s?["\'](?:auto_|disable_|open_|extension|allow_url)/gi,
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
