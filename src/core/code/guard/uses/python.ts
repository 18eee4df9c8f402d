import { firstOf, type LanguageUses } from "./language-uses.ts";

export const python: LanguageUses = {
  endings: ["py", "pyi", "pyx"],
  uses: [
    [
      "a process",
      /\bsubprocess\b|\bos\.(?:system|popen|fork(?:pty)?|exec[a-z]{1,3}|(?:posix_)?spawn[a-z]{0,3})\b|\bfrom\s(?:os|posix)\simport\s[^\n]{0,200}\b(?:system|popen|exec[lv]\w{0,2}|fork|spawn\w{0,3})\b|\bcreate_subprocess_|\bmultiprocessing\b|\bgetattr\s?\(\s?(?:os|posix|subprocess)\s?,|\bsys\.modules\b|\bProcessPoolExecutor\b|\bpty\.spawn\b/g,
    ],
    // By another name.
    [
      "a process",
      /\bimport\s(?:[^\n#]{0,200},\s?)?(?:os|posix|builtins|sys)\sas\b|\bfrom\s(?:os|posix|builtins|sys)\simport\s?\*|=\s?(?:os|posix|builtins)\s?(?:$|[;,#)])/g,
    ],
    [
      "the network",
      /\burllib|\b(?:import|from)\srequests\b|\brequests\.(?:get|post|put|request)|\bhttpx\b|\baiohttp\b|\bhttp\.client\b|\b(?:smtp|ftp|telnet|pop|imap|nntp)lib\b|\bimport\ssocket\b|\bsocket\.socket|\bopen_connection\(|\bwebsockets?\.connect|\bxmlrpc\b|\bServerProxy\(|\bparamiko\b|\bboto3\b/g,
    ],
    [
      "the environment",
      /\bos\.environb?\b|\bos\.getenv|\bfrom\sos\simport\s[^\n]{0,200}\b(?:environb?|getenvb?)\b|\bgetenv\b|\bexpandvars\b|\bexpanduser\b|\bPath\.home\b/g,
    ],
    [
      "code made at run time",
      /\beval\s?\(|\bexec\s?\(|\b__import__\b|\bimportlib\b|\brunpy\b|\bctypes\b|\bcffi\b|\bcompile\s?\([^)\n]{0,200}["']exec["']|\b(?:c?pickle|dill|cloudpickle|marshal|joblib|torch)\.loads?\b|\bshelve\.open\b|\byaml\.(?:unsafe_|full_)?load(?:_all)?\b|\bgetattr\s?\(\s?(?:__)?(?:builtins|sys)\b|\b__(?:builtins|subclasses|globals)__/g,
    ],
    // Cython: another file's text, and names of C.
    [
      "the build",
      /^\s{0,40}include\s?["']|\bcdef\s(?:\w{1,20}\s){0,2}extern\b|^\s{0,40}#\s?include\b|^\s{0,40}cimport\b|\bfrom\slib(?:c|cpp)\b/g,
    ],
    // By which pytest brings in modules, and runs tests of text.
    [
      "code made at run time",
      /\bpytest_plugins\b|\bpytester\b|\btestdir\.\w|\bimportorskip\b|\bimport_plugin\b/g,
    ],
    [
      "a process",
      /\bos\.(?:startfile|killp?g?)\b|\bpexpect\b|\bsubprocess_(?:exec|shell)\b|\bwebbrowser\.open|\bplatform\.popen\b|\bfork_exec\b|\b(?:import|from)\s(?:pty|posix|nt)\b/g,
    ],
    [
      "the network",
      /\bsocket\.(?:create_connection|create_server|getaddrinfo|gethostby\w{1,10}|fromfd)\b|\bfrom\ssocket\simport\b|\brequests\.(?:Session|delete|head|patch|options)\b|\b(?:import|from)\s(?:socketserver|ssl|asyncore|asynchat|wsgiref|pycurl|grpc|websockets?)\b|\bhttp\.server\b|\bfrom\shttp\simport\s[^\n]{0,100}\b(?:client|server)\b|\bstart_server\(|\bcreate_(?:connection|datagram_endpoint|unix_connection)\(|\b(?:HTTP|SMTP|Socket|Datagram|SysLog)Handler\(/g,
    ],
    [
      "the environment",
      /\bos\.(?:getlogin|putenv|unsetenv|uname)\b|\bgetpass\.|\bpwd\.getpw|\bplatform\.node\b|\bsocket\.(?:gethostname|getfqdn)\b|\b(?:load_)?dotenv\b/g,
    ],
    [
      "code made at run time",
      /\bcode\.(?:Interactive|interact\b)|\b(?:pickle|dill)\.Unpickler\b|\bfrom\s(?:c?pickle|dill|marshal|cloudpickle)\simport\b|\bimp\.load_|\bsys\.path\.(?:insert|append|extend)\s?\([^)"'\n]{0,40}["'][/~]|\bsys\.(?:meta_path|path_hooks|settrace|setprofile)\b|\btypes\.(?:FunctionType|CodeType)\s?\(|\btimeit\.(?:timeit|repeat|Timer)\(|\bcProfile\.run|\bpdb\.run/g,
    ],
    [
      "code made at run time",
      /\bzipimport|\bpkgutil\.(?:get_loader|find_loader|walk_packages)|\bpkg_resources\b|\bentry_points\(|\bread_pickle\b|\bpd\.eval\(|\ballow_pickle\s?=\s?True|\baddsitedir\b|\benable_load_extension\b|\blogging\.config\.|(?<![.\w])compile\s?\([^)\n,]{1,200},[^)\n,]{1,200},/g,
    ],
  ],
  imports: {
    patterns: [
      /(?:^|[;:]\s?)\s{0,40}from\s([.\w]{1,200})\sc?import\b/g,
      /(?:^|[;:]\s?)\s{0,40}c?import\s([.\w]{1,200})/g,
      /(?<=^\s{0,40}import\s[^\n#;(]{1,200}),\s?([.\w]{1,200})/g,
    ],
    moduleOf: (name) => (name.startsWith(".") ? null : firstOf(name, 1, ".")),
    harmless:
      /^(?:__future__|abc|argparse|array|ast|base64|bisect|calendar|collections|contextlib|copy|csv|dataclasses|datetime|decimal|difflib|enum|fractions|functools|hashlib|heapq|hmac|inspect|io|itertools|json|logging|math|numbers|operator|pathlib|pprint|pytest|random|re|secrets|statistics|string|struct|textwrap|threading|time|traceback|types|typing|typing_extensions|unittest|uuid|warnings|weakref|zoneinfo|asyncio)$/,
    placesOf: (module) => [`/${module}/`, `/${module}.py`],
  },
};
