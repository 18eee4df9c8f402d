import { sensitiveUses } from "../../../../src/core/code/guard/sensitive-uses.ts";
import { namesCode, newModule } from "../../../../src/core/code/guard/uses/language-uses.ts";
import { growth } from "../../../support/growth.ts";

const kinds = (content: string, before = "", ending = "ts"): readonly string[] =>
  sensitiveUses([{ path: `a.${ending}`, content }], new Map([[`a.${ending}`, before]])).map(
    ({ line, kind }) => `${String(line)} ${kind}`,
  );

describe("what a change newly uses", () => {
  it.each([
    ["a process", "ts", 'import { exec } from "node:child_process";'],
    ["a process", "py", "subprocess.run(['ls'])"],
    ["a process", "go", 'exec.Command("sh", "-c", line)'],
    ["a process", "java", "Runtime.getRuntime().exec(line);"],
    ["a process", "rs", "std::process::Command::new(name)"],
    ["the network", "ts", "await fetch(`https://x.test/?${text}`)"],
    ["the network", "py", "urllib.request.urlopen(address)"],
    ["the network", "go", 'http.Get("https://x.test")'],
    ["the network", "swift", "URLSession.shared.dataTask(with: url)"],
    ["the environment", "ts", "const all = JSON.stringify(process.env);"],
    ["the environment", "py", "os.environ['TOKEN']"],
    ["the environment", "java", "System.getenv()"],
    ["the environment", "py", 'open("/proc/self/environ")'],
    ["code made at run time", "ts", "eval (text)"],
    ["code made at run time", "java", "Class.forName(name)"],
    ["code made at run time", "py", "__import__(name)"],
    ["code made at run time", "ts", "await import(name)"],
    ["the build", "go", "//go:generate sh x"],
    ["a process", "rb", 'system "id"'],
    ["a process", "dart", "await Process.start(name, []);"],
    ["a process", "cs", "var info = new ProcessStartInfo(name);"],
    ["a process", "py", "from os import path, system"],
    ["the network", "rb", 'require "socket"'],
    ["the network", "ts", "import { request } from 'undici';"],
    ["the network", "php", 'file_get_contents("http://x.test")'],
    ["the network", "go", 'import "net"'],
    ["the network", "java", "new Socket(host, 80)"],
    ["the environment", "ts", "const { env } = process;"],
    ["the environment", "rs", 'std::env::var("A")'],
    ["the environment", "rb", "ENV.to_h"],
    ["code made at run time", "ts", "Function('return 1')()"],
    ["code made at run time", "ts", "require(name)"],
    ["code made at run time", "py", "import ctypes"],
    ["code made at run time", "cs", '[DllImport("x")]'],
    ["code made at run time", "ts", "const data = require('./fixtures/limits.txt');"],
    ["code made at run time", "ts", "import { limit } from './fixtures/limits.csv';"],
    ["code made at run time", "ts", "import './fixtures/limits.golden?x';"],
    ["code made at run time", "ts", "const a = await import('./limits.txt');"],
    ["code made at run time", "ts", "jest.requireActual('./limits.yaml')"],
    ["code made at run time", "ts", "require('./limits.t' + 'xt');"],
    ["code made at run time", "php", "require __DIR__ . '/data/limits.txt';"],
    ["code made at run time", "php", "$y = include('fixtures/b.json');"],
    ["code made at run time", "php", "include_once DATA . '/limits' . $kind;"],
    ["code made at run time", "rb", "load File.expand_path('fixtures/limits.txt', __dir__)"],
    ["code made at run time", "rb", "load(Rails.root.join(name))"],
    ["code made at run time", "lua", "dofile(name)"],
    ["code made at run time", "pl", "require './data/limits.txt';"],
    ["code made at run time", "r", "source('data/limits.txt')"],
    ["code made at run time", "dart", "import 'data/limits.txt';"],
    ["code made at run time", "c", '#include "data/limits.txt"'],
    ["a process", "php", "'system'('id');"],
    ["code made at run time", "php", "'App\\Runner::run'($line);"],
    ["code made at run time", "py", "pytest_plugins = ['evil']"],
    ["code made at run time", "py", "pytester.run('id')"],
    ["code made at run time", "py", "pytest.importorskip('antigravity')"],
    ["the network", "ts", "new Image().src = `https://x.test/?${text}`;"],
    ["the network", "ts", "const picture = new Audio(address);"],
    ["the network", "ts", "node.src = address;"],
    ["the network", "ts", "node['src'] = address;"],
    ["the network", "ts", "node.setAttribute('srcset', address);"],
    ["the network", "ts", "Object.assign(node, { src: address });"],
    ["the network", "ts", "document.createElement('img');"],
    ["the network", "ts", "document.createElementNS(name, 'image');"],
    ["the network", "ts", "link.rel = 'dns-prefetch';"],
    ["the network", "ts", "node.style.backgroundImage = `url(https://x.test/${text})`;"],
    ["the network", "ts", "window.location.href = address;"],
    ["the network", "ts", "location.assign(address);"],
    ["the network", "ts", "window.open(address);"],
    ["the network", "ts", "form.submit();"],
    ["the network", "ts", "new window.EventSource(address);"],
    ["the network", "ts", "Reflect.construct(WebSocket, [address]);"],
    ["the network", "ts", "window['fetch'](address, { keepalive: true });"],
    ["the network", "ts", "navigator['sendBeacon'](address, text);"],
    ["the network", "ts", "fetchLater(address);"],
    ["the network", "tsx", "return <img src={`https://x.test/${text}`} />;"],
    ["code made at run time", "ts", "const tag = document.createElement('script');"],
    ["code made at run time", "ts", "document.createElement(`iframe`);"],
    ["code made at run time", "ts", "node.innerHTML = text;"],
    ["code made at run time", "ts", "node.insertAdjacentHTML('beforeend', text);"],
    ["code made at run time", "ts", "document.write(text);"],
    ["code made at run time", "ts", "importScripts(address);"],
    ["code made at run time", "ts", "navigator.serviceWorker.register(address);"],
    ["code made at run time", "tsx", "return <script src={address} />;"],
    ["code made at run time", "java", '@Sql("/data/limits.sql")'],
    ["code made at run time", "java", '@SqlGroup({@Sql(scripts = "limits")})'],
    ["code made at run time", "java", "@ContextConfiguration(classes = Setup.class)"],
    ["code made at run time", "java", '@ContextConfiguration(locations = {"classpath:limits.xml"})'],
    ["code made at run time", "java", '@ImportResource("limits.xml")'],
    ["code made at run time", "java", '@Anything(value = "file:data/limits")'],
    ["code made at run time", "java", '@Script(name = "data/limits.groovy")'],
    ["code made at run time", "kt", '@Anything(["/data/limits.sql"])'],
    ["code made at run time", "java", '@MethodSource("com.example.Other#make")'],
    ["code made at run time", "java", '@EnabledIf("#{systemProperties}")'],
    ["code made at run time", "java", "@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)"],
    ["the build", "groovy", "@groovy.lang.Grab('x:y:1')"],
    ["the build", "groovy", "@groovy . lang . Grapes([@groovy.lang.Grab('x:y:1')])"],
    ["code made at run time", "groovy", "@groovy.transform.TypeChecked(extensions = 'limits.groovy')"],
    ["code made at run time", "groovy", "@groovy.transform.ASTTest(value = { new File(name) })"],
    ["code made at run time", "java", '@org.example.Sql(scripts = "limits")'],
    ["a process", "groovy", "['id'].execute().text"],
    ["the build", "rs", '#[cfg_attr(all(), path = "../tests/data/limits.csv")]'],
    ["the build", "rs", 'm!(path = r"../tests/data/limits.csv");'],
    ["the build", "rs", '    path = "../tests/data/limits.csv"'],
    ["the build", "rs", '#![debugger_visualizer(gdb_script_file = "../limits.txt")]'],
    ["the build", "pyx", 'include "../../tests/data/limits.txt"'],
    ["the build", "pyx", 'cdef extern from "limits.h":'],
    ["the build", "pyx", "from libc.stdlib cimport system"],
    ["the build", "fs", 'type T = FSharp.Data.JsonProvider<"limits.json">'],
    ["the build", "go", "//line /etc/passwd:1"],
    ["code made at run time", "ts", 'import.meta.glob("../test/data/*.csv", { eager: true });'],
    ["code made at run time", "ts", 'import.meta.globEager("../test/data/l*");'],
    ["code made at run time", "ts", 'import.meta.glob(["../test/**/l*"]);'],
    ["code made at run time", "ts", 'import.meta.glob(["./a/*.ts", "../test/**/l*"]);'],
    ["code made at run time", "ts", "import.meta.glob<Rows>(pattern);"],
    ["code made at run time", "ts", "require.context('../test/data', true, /x/);"],
    ["code made at run time", "ts", "require.context('../test/data');"],
    ["code made at run time", "ts", "CSS.paintWorklet.addModule(address);"],
    ["a process", "ts", "process.kill(id);"],
    ["a process", "ts", "cluster.setupPrimary({ exec: name });"],
    ["the network", "ts", "const socket = net.connect(80, host);"],
    ["the network", "ts", "Bun.connect({ hostname });"],
    ["the network", "ts", "const all = urls.map(fetch);"],
    ["the environment", "ts", "os.userInfo();"],
    ["code made at run time", "ts", "Reflect.construct(Function, [text]);"],
    ["code made at run time", "ts", "(async () => {}).constructor(text);"],
    ["code made at run time", "ts", "module._compile(text, name);"],
    ["code made at run time", "ts", "v8.setFlagsFromString(text);"],
    ["a process", "py", "os.kill(1, 9)"],
    ["a process", "py", "pexpect.spawn(line)"],
    ["a process", "py", "await loop.subprocess_exec(make, line)"],
    ["the network", "py", "socket.create_connection(address)"],
    ["the network", "py", "requests.Session()"],
    ["the network", "py", "from socket import socket"],
    ["the network", "py", "await asyncio.start_server(serve)"],
    ["the network", "py", "logging.handlers.HTTPHandler(host, path)"],
    ["the environment", "py", "getpass.getuser()"],
    ["the environment", "py", "os.putenv(name, value)"],
    ["code made at run time", "py", "pickle.Unpickler(file).load()"],
    ["code made at run time", "py", "types.FunctionType(code, names)"],
    ["code made at run time", "py", "compile(text, name, mode)"],
    ["code made at run time", "py", "sys.path.insert(0, '/tmp/a')"],
    ["code made at run time", "py", "numpy.load(name, allow_pickle=True)"],
    ["a process", "go", "syscall.Kill(1, 9)"],
    ["the network", "go", "client := &http.Client{Timeout: limit}"],
    ["the network", "go", "smtp.SendMail(host, nil, a, b, c)"],
    ["the environment", "go", "name, _ := os.Hostname()"],
    ["the environment", "go", "user.Current()"],
    ["code made at run time", "go", "reflect.ValueOf(a).MethodByName(name).Call(nil)"],
    ["a process", "java", "Desktop.getDesktop().open(file);"],
    ["the network", "java", "AsynchronousSocketChannel.open();"],
    ["the network", "java", "LocateRegistry.getRegistry(host);"],
    ["the network", "java", "NetworkInterface.getNetworkInterfaces();"],
    ["the environment", "java", "Boolean.getBoolean(name);"],
    ["code made at run time", "java", "type.getDeclaredConstructor().newInstance();"],
    ["code made at run time", "java", "ToolProvider.getSystemJavaCompiler();"],
    ["code made at run time", "java", "Proxy.newProxyInstance(a, b, c);"],
    ["code made at run time", "java", "public native void run();"],
    ["code made at run time", "kt", "type.java.getMethod(name)"],
    ["a process", "cs", "Process.GetProcesses();"],
    ["the network", "cs", "new HttpRequestMessage(method, address);"],
    ["the network", "cs", "new NamedPipeClientStream(name);"],
    ["the environment", "cs", "var name = Environment.UserName;"],
    ["the environment", "cs", "Registry.GetValue(a, b, c);"],
    ["code made at run time", "cs", "type.InvokeMember(name, flags, null, a, b);"],
    ["code made at run time", "cs", "AssemblyLoadContext.Default.LoadFromAssemblyPath(a);"],
    ["code made at run time", "cs", "Expression.Lambda(body);"],
    ["a process", "swift", "NSWorkspace.shared.open(url)"],
    ["the network", "swift", "URLRequest(url: url)"],
    ["the network", "swift", "WKWebView()"],
    ["the environment", "swift", "CommandLine.arguments"],
    ["the environment", "swift", "SecItemCopyMatching(query, nil)"],
    ["code made at run time", "swift", "Bundle(path: path)?.load()"],
    ["code made at run time", "swift", "NSExpression(format: text)"],
    ["code made at run time", "swift", "unsafeBitCast(a, to: b)"],
    ["a process", "dart", "Process.killPid(id);"],
    ["the network", "dart", "await http.get(address);"],
    ["the network", "dart", "NetworkInterface.list();"],
    ["the environment", "dart", "bool.hasEnvironment('A');"],
    ["code made at run time", "dart", "await Isolate.run(f);"],
    ["code made at run time", "dart", "reflect(a).invoke(name, []);"],
    ["a process", "rb", "system line"],
    ["a process", "rb", "exec line"],
    ["the network", "rb", "URI.parse(address).read"],
    ["the network", "rb", "require 'net/http'"],
    ["the environment", "rb", "Dir.home"],
    ["the environment", "rb", "Etc.getlogin"],
    ["code made at run time", "rb", "Marshal.restore(text)"],
    ["code made at run time", "rb", "load path"],
    ["code made at run time", "rb", "name.constantize"],
    ["a process", "php", "posix_kill(1, 9);"],
    ["the network", "php", "get_headers($url);"],
    ["the network", "php", "new mysqli($host);"],
    ["the environment", "php", "php_uname();"],
    ["the environment", "php", 'filter_input(INPUT_ENV, "A");'],
    ["code made at run time", "php", "$a->$name();"],
    ["code made at run time", "php", "$type::run();"],
    ["code made at run time", "php", "$$name = 1;"],
    ["code made at run time", "php", "spl_autoload_register($f);"],
    ["a process", "rs", "nix::unistd::fork();"],
    ["the network", "rs", '("a", 80).to_socket_addrs();'],
    ["the environment", "rs", "env::args();"],
    ["a process", "php", "<?= `id` ?>"],
    ["a process", "php", "$a = [`id`];"],
    ["a process", "php", "f(`id`, 1);"],
    ["a process", "rb", "puts`id`"],
    ["a process", "rb", "a = `"],
    ["a process", "php", "$a = `"],
    ["a process", "pl", "my $a = `"],
    ["a process", "rs", "use std::os::unix::process::CommandExt;"],
    ["the environment", "rs", 'let a = env ! {"HOME"};'],
    ["the build", "rs", 'const A: &str = include_str!["../a"];'],
    ["code made at run time", "rs", "#[unsafe(no_mangle)] pub fn a() {}"],
    ["code made at run time", "rs", '#[link(name = "a")] unsafe extern {}'],
    ["code made at run time", "rs", 'unsafe extern r"C" { fn system(); }'],
  ])("%s: .%s %s", (kind, ending, line) => {
    expect(kinds(`a\n${line}\n`, "", ending)).toEqual([`2 ${kind}`]);
  });

  it.each([
    ["beyond 2,100 columns", "ts", `${" ".repeat(2100)}eval(x)`],
    ["behind the end of a comment", "ts", ' */ require("child_process")'],
    ["behind the end of a page of PHP", "php", "// ?><?php system($line);"],
    ["in a string that looks like a comment", "ts", "  // ${process.env.TOKEN}"],
    ["in a test of a comment", "rs", "/// std::process::exit(1)"],
  ])("%s", (_where, ending, line) => {
    expect(kinds(`a\n${line}\n`, "", ending)).toHaveLength(1);
  });

  it("is told of lines that stood in a comment, and do no more", () => {
    const line = 'exec("id");\nimport { exec } from "node:child_process";';
    expect(kinds(`a\n${line}\n`, `a\n/*\n${line}\n*/\n`)).toContain("3 a process");
    expect(kinds(`b\n/*\n${line}\n*/\n`, `a\n/*\n${line}\n*/\n`)).toEqual([]);
    expect(kinds("system('id')\n", "=begin\nsystem('id')\n=end\n", "rb")).toEqual(["1 a process"]);
  });

  it.each([
    ["go", "const a = `", "`"],
    ["rb", "A = <<~TEXT", "TEXT"],
    ["php", "$a = <<<'TEXT'", "TEXT;"],
    ["rs", "/* a\n/* b */", "*/"],
    ["kt", "/* a\n/* b */", "*/"],
    ["hs", "{- a\n{- b -}", "-}"],
    ["rs", 'let a = r#"', '"#;'],
    ["cs", 'var a = @"', '";'],
    ["kt", 'val a = """', '"""'],
    ["php", '$a = "', '";'],
  ])("is told of lines that stood in a text or nested comment of .%s: %s", (ending, opens, closes) => {
    const line = {
      go: 'exec.Command("sh", "-c", line)',
      rb: "system 'id'",
      php: "system($a);",
      rs: "std::process::Command::new(name)",
      kt: "Runtime.getRuntime().exec(line)",
      hs: "import System.Process",
      cs: "var info = new ProcessStartInfo(name);",
    }[ending];
    const had = `a\n${opens}\n${line}\n${closes}\n`;
    expect(kinds(`a\n${line}\n`, had, ending).join()).toContain("2 a process");
    expect(kinds(`b\n${had}`, had, ending)).toEqual([]);
  });

  it.each(["/*", "{-", "`", '"', "<<A\n", "/* */", "[["])(
    "looks for texts of several lines in time that is linear: %j",
    (piece) => {
      const look = (size: number): void => {
        kinds(`${piece.repeat(size)}\n`, `a${piece.repeat(size)}\n`);
      };
      expect(growth(look, 20_000)).toBeLessThan(10);
    },
  );

  it("is told of a place in parts with a comment between", () => {
    const parts = 'const at = ".hus" +\n  // more\n\n  "ky/pre-commit";\n';
    expect(kinds(parts)).toHaveLength(1);
  });

  it("is told of tests that check less", () => {
    const kept = 'it("a", () => {\n  expect(a).toBe(2);\n});\n';
    const emptied = 'it("b", () => {\n  run();\n});\n';
    const had = `${kept}${emptied.replace("run()", "expect(b).toBe(2)")}`;
    const less = "a test that is skipped, gone or without its assertions";
    expect(kinds(kept + emptied, had)).toEqual([`4 ${less}`]);
    expect(kinds(kept, had)).toEqual([`1 ${less}`]);
    const second = had.slice(kept.length);
    for (const [opens, closes] of [
      ["/*", "*/"],
      ['"""', '"""'],
    ])
      expect(kinds(`${kept}${opens}\n${second}${closes}\n`, had)).toContain(`1 ${less}`);
    for (const held of [
      "run(); // expect(b).toBe(2);",
      "/* expect(b).toBe(2); */",
      "/*\n  expect(b).toBe(2);\n*/",
    ])
      expect(kinds(had.replace("expect(b).toBe(2);", held), had)).toEqual([`4 ${less}`]);
    expect(kinds("\n", had)).toEqual([`1 ${less}`]);
    expect(kinds(had.replace('it("b"', 'it.skip("b"'), had)).toContain(`4 ${less}`);
    expect(kinds("def test_a():\n    pass\n", "def test_a():\n    assert a\n", "py")).toEqual([`1 ${less}`]);
    expect(kinds("#[test]\n#[ignore]\nfn a() { assert!(b); }\n", "", "rs")).toEqual([`2 ${less}`]);
    expect(kinds(`${had}${kept}`.replace('"a"', '"c"').replace("toBe(2)", "toBe(3)"), had)).toEqual([]);
  });

  it("is silent about what the file had and about ordinary code", () => {
    const line = "const a = process.env.A;";
    expect(kinds(`${line}\nconst b = 1;`, `  ${line}`)).toEqual([]);
    expect(kinds("// retries twice\n * evaluates x\n# the environment\n")).toEqual([]);
    expect(
      kinds(
        'const path = require("./path"); exec = 1; the "system" of record; const e = prefetch(x); import a from "./net"; evaluate(flag); environment.name = 1;',
      ),
    ).toEqual([]);
  });

  it("is silent about files by a pattern of sources, and about a path that is only a value", () => {
    for (const line of [
      'import.meta.glob("./modules/*.ts", { eager: true });',
      'import.meta.glob(["./a/*.{ts,tsx}", "./b/*.vue"]);',
      "require.context('./modules', true, /\\.[jt]sx?$/);",
    ])
      expect(kinds(line)).toEqual([]);
    for (const line of ['let path = "a/b";', 'path = "a/b";', 'let at = Place { path: "a" };'])
      expect(kinds(line, "", "rs")).toEqual([]);
  });

  it.each([
    ["json", '{"py/reduce": [{"py/function": "os.system"}]}', "code made at run time"],
    ["json", '{"$type": "System.Windows.Data.ObjectDataProvider, PresentationFramework"}'],
    ["json", '{"@type": "com.sun.rowset.JdbcRowSetImpl"}'],
    ["json", `{"rce": "_$$ND_FUNC$$_function(){ return 1 }()"}`],
    ["json", '["com.zaxxer.hikari.HikariConfig", {"metricRegistry": "x"}]'],
    ["json", '{"_target_": "os.system"}'],
    ["yaml", "_target_: os.system"],
    ["yaml", "a: ${script:javascript:1}"],
    ["yaml", "- script: id > /tmp/x"],
    ["yaml", "spec: {steps: [{try: [{script: {content: id}}]}]}"],
    ["json", '{\n"@type"\n:\n"com.sun.rowset.JdbcRowSetImpl"\n}'],
    ["json", `{\n${'"a": 1,\n'.repeat(38)}"@type":\n\n\n"com.sun.rowset.JdbcRowSetImpl"\n}`],
    ["json", '{"a": [\n\n"com.zaxxer.hikari.HikariConfig", {}]}'],
    ["yaml", "_target_:\n  os.system"],
    ["yaml", "_target_: # one\n  # two\n  os.system"],
    ["yaml", "_target_: >-\n  os.system"],
    ["yaml", "_target_: &a\n  os.system"],
    ["yaml", "? _target_\n: os.system"],
    ["xml", '<bean class="java.&#x6c;ang.Process&#66;uilder"/>'],
    ["toml", 'run = "id"', null],
    ["json", '{"import":["../../src/a.js"]}'],
    ["json", '{"any": "./limits.mjs"}'],
    ["json", '{"any": ["/tmp/limits.py"]}'],
    ["json", '  "../../src/a.js"'],
    ["json", '{"plugins": ["limits/a.cjs"]}'],
    ["yaml", "import:\n  - ../src/a.js"],
    ["yaml", "extends: acme/a.ts"],
    ["toml", 'plugins = ["./a.rb"]'],
    ["json", '{"a": "O:9:\\"Monolog\\\\A\\":1:{s:1:\\"a\\";}"}'],
    ["json", '{"a": "{\\"\\\\u0040class\\": \\"a.b.C\\"}"}'],
    ["json", '{"a": "cos\\nsystem\\n(S\'id\'\\ntR."}'],
    ["json", `{"a": "%{(#r=@java.lang.Runtime@getRuntime()).exec('id')}"}`],
    ["txt", "tR."],
    ["txt", 'O:21:"Monolog\\Handler\\Group":1:{s:1:"a";}'],
    ["txt", "{{ ''.__class__.__mro__ }}"],
    ["csv", "=cmd|'/C calc'!A0,1"],
    ["csv", '1,=HYPERLINK("https://x.test")'],
    ["xml", '<java version="1.8" class="java.beans.XMLDecoder"/>'],
    ["xml", '<bean class="java.lang.ProcessBuilder" init-method="start"/>'],
    ["xml", "<interface>java.lang.Comparable</interface>"],
    ["xml", '<r xmlns:rt="http://xml.apache.org/xalan/java/java.lang.Runtime"/>'],
    ["xml", '<r xmlns:s="clr-namespace:System.Diagnostics;assembly=system"/>'],
    ["feature", "  * def a = Java.type('java.lang.Runtime').getRuntime().exec('id')"],
    ["feature", "  Given karate.exec('id')"],
  ])("data that names code: .%s %s", (ending, line, kind: string | null = namesCode) => {
    const told = kinds(line, "", ending).map((one) => one.replace(/^\d+ /, ""));
    if (kind === null) expect(told).not.toContain(namesCode);
    else expect(["code made at run time", namesCode, kind]).toContain(told[0]);
  });

  it("is silent about ordinary test data", () => {
    for (const [ending, text] of [
      [
        "json",
        '{"@type": "Person", "type": "object", "$ref": "#/a", "class": "b", "command": 3, "run": true}',
      ],
      ["json", '{"clientId": "a.b", "name": "com.example.app", "ids": ["a.b.c", "d"]}'],
      [
        "json",
        '{"file": "a/b.js", "url": "https://x.test/a.js", "use": "sig", "import": 3, "a": "\\"b\\" \\n c"}',
      ],
      ["json", '{"imports": ["a.b", "c"], "requires": "1.2", "path": "/rooms/a", "to": "./a.json"}'],
      ["yaml", "type: object\nname: ${HOME:-/tmp}\nurl: https://x.test/a\n"],
      ["csv", "id,limit\n-1,2\n+3,=\n"],
      [
        "feature",
        'Feature: limits\n  Scenario: a\n    Given a room "a.b(c)" with item(s)\n    Then 3 are left',
      ],
      ["xml", '<a class="b" type="text/x"><c>d.e</c></a>'],
      ["txt", "cat\nR\n.\n"],
    ] as const)
      expect([text, kinds(text, "", ending).filter((one) => one.includes(namesCode))]).toEqual([text, []]);
  });

  it("is silent about data that is read as data, and about code that is loaded by its name", () => {
    for (const [ending, line] of [
      ["ts", "const a = require('./limits.json');"],
      ["ts", "const a = readFileSync(join(here, 'limits.txt'), 'utf8');"],
      ["ts", "test('reads rows from limits.csv', () => {});"],
      ["ts", "import { a } from './batch.service'; // as in limits.txt"],
      ["php", "require __DIR__ . '/../vendor/autoload.php';"],
      ["php", "$a = file('fixtures/limits.txt'); // we require that. It is so."],
      ["rb", "rows = load_rows('fixtures/limits.txt')"],
    ] as const)
      expect([line, kinds(`a\n${line}\n`, "", ending)]).toEqual([line, []]);
  });

  it("sees a use in several lines, at the first one that is new", () => {
    expect(kinds("process\n  .env")).toEqual(["1 the environment"]);
    expect(kinds("process\n  .env", "process")).toEqual(["2 the environment"]);
    expect(kinds("from os import (\n    path,\n    system as s,\n)\n", "", "py")).toEqual(["1 a process"]);
  });

  it("sees through escapes of letters, and none of another language's names", () => {
    expect(kinds("\\u0065val(x);")).toEqual(["1 code made at run time"]);
    expect(kinds("System.Diagnostics.\\u0050rocess.Start(x);", "", "cs")).toEqual(["1 a process"]);
    expect(kinds("a = `id`", "", "rb")).toEqual(["1 a process"]);
    expect(kinds("const a = `id`;\nconst b = { system: 1 };")).toEqual([]);
    expect(kinds('{"a": "system(\'id\')"}', "", "json")).toEqual([]);
  });
});

describe("a comment or directive that brings something in", () => {
  it.each([
    ["ts", "/** @jest-environment ./test/data/run.js */"],
    ["tsx", "/** @jsxImportSource acme */"],
    ["ts", '/// <reference types="acme" />'],
    ["ts", "import { a } from './b' with { type: 'macro' };"],
    ["py", "# /// script"],
    ["py", "# pylint: load-plugins=acme"],
    ["java", "//DEPS acme:acme:1"],
    ["kt", '@file:DependsOn("acme:acme:1")'],
    ["scala", "//> using dep acme::acme:1"],
    ["cs", "#:package acme@1"],
    ["c", '#pragma comment(linker, "/include:x")'],
    ["ml", '#use "/tmp/x.ml";;'],
    ["erl", "-compile({parse_transform, acme})."],
    ["rb", "#!/usr/bin/env ruby -r./x"],
    ["js", "#!/usr/bin/env -S node --import ./x.mjs"],
    ["py", '# -*- eval: (delete-file "x") -*-'],
  ])(".%s: %s", (ending, line) => {
    expect(kinds(`${line}\n`, "", ending)).toEqual([`1 ${newModule}`]);
  });

  it.each([
    ["ts", "/** @jest-environment jsdom */"],
    ["py", "#!/usr/bin/env python3\n# the script /// of it"],
    ["java", "// DEPS are few"],
    ["rb", "#!/usr/bin/env ruby"],
    ["c", "#pragma once"],
  ])("none in .%s: %s", (ending, line) => {
    expect(kinds(`${line}\n`, "", ending)).toEqual([]);
  });
});

describe("functions by their name, and objects that data makes", () => {
  it.each([
    ["py", "getattr(os, 'sys' + 'tem')('ls')"],
    ["rb", "method(:system).call('ls')"],
    ["php", "array_map('system', $x);"],
    ["php", "new \\Symfony\\Component\\Process\\Process($x);"],
    ["json", '{"py\\/reduce": []}'],
    ["json", '{"$type": "System.Windows.Data.ObjectDataProvider, PresentationFramework"}'],
    ["json", '{"@type": "com.sun.rowset.JdbcRowSetImpl"}'],
  ])(".%s: %s", (ending, line) => {
    expect(kinds(`${line}\n`, "", ending)).toHaveLength(1);
  });

  it("are none where they name something else", () => {
    expect(kinds('{"@type": "Person", "$type": "a", "system": 1}\n', "", "json")).toEqual([]);
    expect(kinds("$a = ['system' => 1];\n", "", "php")).toEqual([]);
  });
});

describe("a name in parts", () => {
  it.each([
    ["py", "os . system('ls')"],
    ["py", "os \\\n  .system('ls')"],
    ["py", "(os  # of the machine\n  .system)('ls')"],
    ["ts", "process . env"],
    ["ts", "process/**/.env"],
    ["ts", "process/*/ */ ?. env"],
    ["ts", "process /* of\n the machine */ .env"],
    ["ts", "process // of the machine\n  .env"],
    ["ts", "eval/**/(x)"],
    ["rs", "env :: var(x)"],
    ["cs", "Process . Start(x);"],
    ["cs", "Process/* a */.Start(x);"],
    ["go", "os/**/.Getenv(x)"],
    ["dart", "Process  .  run('ls', []);"],
    ["swift", "`Process`()"],
    ["c", `${" ".repeat(12)}#include "../../../x"`],
  ])(".%s: %s", (ending, line) => {
    expect(kinds(`${line}\n`, "", ending)).toHaveLength(1);
  });

  it("is none where it only looks so", () => {
    expect(kinds("// the process.\n// env is kept\nconst a = b /* process */ . c;\n")).toEqual([]);
    expect(kinds("from . import c\nfrom .a import b\n", "", "py")).toEqual([]);
  });
});

describe("what reaches out, by another name", () => {
  it.each([
    ["kt", "import java.lang.System as S"],
    ["kt", "import java.net.URL as U"],
    ["kt", "typealias R = Runtime"],
    ["java", "import static java.lang.System.*;"],
    ["scala", "import java.lang.{System => S}"],
    ["scala", "import java.net.{URL => U}"],
    ["groovy", "import static java.lang.System.getProperty as p"],
    ["py", "import os as o"],
    ["py", "import json, os as o"],
    ["py", "from os import *"],
    ["py", "o = os"],
    ["go", 'import e "os"'],
    ["go", 'import . "os"'],
    ["ts", "const p = process;"],
    ["ts", "const { process: p } = globalThis;"],
    ["ts", "const e = eval;"],
    ["ts", "let f = fetch"],
    ["c", "int (*run)(const char *) = system;"],
    ["c", "#define RUN system"],
    ["cpp", "using std::system;"],
    ["swift", "typealias P = Process"],
    ["swift", "let p = Process.self"],
    ["zig", 'const p = @import("std").process;'],
    ["rb", "alias run system"],
    ["rb", "alias_method :run, :system"],
    ["rb", "K = Kernel"],
    ["php", "use function system as s;"],
    ["php", "use Symfony\\Component\\Process\\Process as P;"],
    ["php", "$f = system(...);"],
    ["rs", "use std as s;"],
    ["cs", "using E = System.Environment;"],
    ["cs", "using static System.Environment;"],
    ["ex", "alias System, as: S"],
    ["ex", "s = System"],
    ["erl", "-import(os, [cmd/1])."],
    ["erl", "-define(X, os)."],
    ["ml", "module S = Sys"],
    ["ml", "let open Unix in"],
    ["lua", "local o = os"],
    ["r", "s <- system"],
    ["pl", "my $s = \\&CORE::system;"],
    ["nim", "import std/osproc as o"],
    ["jl", "using Base: run as r"],
  ])(".%s: %s", (ending, line) => {
    const told = kinds(`${line}\n`, "", ending);
    expect(told).toHaveLength(1);
    expect(told[0]).not.toContain(newModule);
  });

  it.each([
    ["kt", "import java.util.List as L"],
    ["kt", "typealias Names = List<String>"],
    ["java", "import java.util.List;"],
    ["py", "import json as j\nposition = offset\ncloses = pos"],
    ["go", 'import log "fmt"'],
    ["ts", "const a = processed; const b = { process: 1 }; x = prefetch;"],
    ["c", "a = forks; b = systems[1];"],
    ["swift", "typealias Name = String"],
    ["rb", "alias name title"],
    ["rs", "use std::fmt as f;"],
    ["cs", "using Names = System.Collections.Generic.List<string>;"],
    ["ex", "system = :ok"],
    ["lua", "local pos = ios"],
  ])("none in .%s: %s", (ending, line) => {
    expect(kinds(`${line}\n`, "", ending)).toEqual([]);
  });
});

describe("a use in other signs", () => {
  it.each([
    ["go", 'import e "os\\x2fexec"', "a process"],
    ["go", 'import e "os/\\145xec"', "a process"],
    ["go", 'import "net\\u002fhttp"', "the network"],
    ["rs", "use std::r#env as e;", "the environment"],
    ["rs", "let c = r#std::r#process::Command;", "a process"],
    ["rs", 'env!("A");', "the environment"],
    ["php", "(\"\\x73ystem\")('id');", "a process"],
    ["php", "(system)('id');", "a process"],
    ["php", "('sys' . 'tem')('id');", "a process"],
    ["c", "(system)(line);", "a process"],
    ["cs", "@Process.@Start(line);", "a process"],
    ["lua", "os['execute'](line)", "a process"],
    ["lua", "_G['os']['execute'](line)", "a process"],
    ["erl", "'os':'cmd'(Line).", "a process"],
    ["r", "'system'('id')", "a process"],
    ["py", "__import__('sub'\n  'process')", "code made at run time"],
    ["ts", 'import cp from "child\\x5fprocess";', "a process"],
  ])(".%s: %s", (ending, line, kind) => {
    expect(kinds(`\n${line}\n`, "", ending)).toContainEqual(expect.stringContaining(kind));
  });
});

describe("a module that the repository did not use", () => {
  const before = new Map([
    ["src/a.ts", "import ky from 'ky';\nimport { x } from '@acme/log/deep';\n"],
    ["acme/a.py", "import attrs\n"],
    ["src/main/java/io/acme/A.java", "package io.acme.core;\nimport com.google.gson.Gson;\n"],
    ["a.go", 'import (\n\t"fmt"\n\t"github.com/acme/sdk-go/log"\n)\n'],
  ]);
  const told = (path: string, content: string): readonly string[] =>
    sensitiveUses([{ path, content: `${content}\n` }], before, [
      ...before.keys(),
      "Sources/AcmeCore/A.swift",
      "lib/acme_sdk/realtime.ex",
      "lib/acme_web.ex",
      "src/acme_core.erl",
    ]).map(({ kind }) => kind);

  it.each([
    ["src/b.ts", "import shell from 'shelljs';"],
    ["src/b.ts", "import {\n  a,\n} from '@acme/other';"],
    ["acme/b.py", "import attrs, sh"],
    ["acme/b.py", "import json, attrs, sh"],
    ["acme/b.py", "import json, \\\n    sh"],
    ["acme/b.py", "from fabric import Connection"],
    ["src/main/java/io/acme/B.java", "import org.zeroturnaround.exec.StartedProcess;"],
    ["b.go", 'import (\n\t"github.com/creack/pty"\n)'],
    ["Sources/AcmeCore/B.swift", "import SwiftShell"],
    ["src/b.ts", "import shell from 'ky/../shelljs';"],
    ["src/b.ts", "import shell from '#shell';"],
    ["src/b.ts", "import '/tmp/x.js';"],
    ["b.go", 'import ("fmt"; "github.com/creack/pty")'],
    ["src/b.rs", "use {duct::cmd};"],
    ["src/b.rs", "use {std::fmt, duct::cmd};"],
    ["src/b.rb", "gem 'tty-command'"],
    ["src/b.rb", "autoload :X, 'tty-command'"],
    ["src/b.php", "\\Acme\\Other\\run($x);"],
    ["src/b.cs", "using CliWrap.Buffered;"],
    ["src/b.rs", "use duct::unix;"],
    ["src/b.rb", "require 'tty-command'"],
    ["src/b.php", "use Symfony\\Component\\Console\\Command;"],
    ["lib/b.dart", "import 'package:path_provider/path_provider.dart';"],
    ["lib/b.ex", "use Porcelain"],
    ["src/b.erl", '-include_lib("hackney/include/hackney.hrl").'],
    ["src/b.erl", "-import(hackney, [request/1])."],
    ["src/b.c", "#include <uv.h>"],
    ["src/b.pl", "use IPC::Run;"],
    ["src/b.clj", "(ns b (:require [me.raynes.conch :as sh]))"],
    ["src/b.hs", "import qualified Shelly"],
    ["src/b.rs", 'pub fn f() -> String { left_pad::pad("a") }'],
    ["src/b.rs", "#[macro_use] pub(crate) extern crate left_pad as pad;"],
    ["src/b.rs", "let a = ::left_pad\n    ::pad(b);"],
    ["src/b.rs", "#[derive(serde::Serialize)]\nstruct A;"],
    ["src/main/java/io/acme/B.java", 'Object b = org.acme.leftpad.Pads.pad("a");'],
    ["src/main/java/io/acme/B.java", 'Object b = leftpad.Pads.pad("a");'],
    ["src/main/java/io/acme/B.java", "class B extends org.acme.leftpad.Pads {}"],
    ["src/main/java/io/acme/B.kt", 'val b = org.acme.leftpad.pad("a")'],
    ["src/main/java/io/acme/B.kt", "val b = leftpad.Pads(2)"],
    ["src/b.scala", 'val b = _root_.org.acme.leftpad.Pads.pad("a")'],
    ["src/b.cs", 'var b = Acme.LeftPad.Pads.Pad("a");'],
    ["src/b.cs", 'var b = new Acme.LeftPad.Padder("a");'],
    ["src/b.cs", "global::LeftPad.Pads.Pad(a);"],
    ["src/b.php", "class B extends \\Acme\\LeftPad\\Padder {}"],
    ["src/b.php", "$b = new Acme\\LeftPad\\Padder($a);"],
  ])("%s: %s", (path, content) => {
    expect(told(path, content)).toEqual([newModule]);
  });

  it.each([
    [
      "src/b.ts",
      "import ky from 'ky/umd';\nimport { x } from '@acme/log';\nimport { a } from './a';\nimport 'node:path';",
    ],
    [
      "acme/b.py",
      "import json, attrs\nfrom acme.a import b\nfrom . import c\nfrom typing import (\n    Any,\n)",
    ],
    [
      "src/main/java/io/acme/B.java",
      "package io.acme.core;\nimport io.acme.core.A;\nimport java.util.List;\nimport com.google.gson.Gson;",
    ],
    ["b.go", 'import (\n\t"strings"\n\t"github.com/acme/sdk-go/other"\n)'],
    ["b.go", 'return "conflict"'],
    ["src/main/java/io/acme/B.java", "// It throws (use setOptions instead)."],
    ["Sources/App/B.swift", "import Foundation\n@testable import AcmeCore"],
    ["src/b.rs", "use std::collections::HashMap;\nuse crate::a::B;\npub use self::c;"],
    ["src/b.rb", "require 'json'\nrequire_relative 'a'"],
    ["src/b.c", "#include <string.h>"],
    ["lib/b.ex", "alias AcmeSDK.Realtime.Channel\nimport String\nuse ACMEWeb, :controller"],
    ["src/b.erl", "-behaviour(gen_server).\n-import(acme_core, [run/1])."],
    [
      "src/b.rs",
      "use crate::a::{fmt, log as l};\nmod b;\nfmt::Write; l::run(); b::run(); str::from_utf8(c); u8::MAX;",
    ],
    [
      "src/b.rs",
      "use std::{fmt, io::{self, Read}};\nfn f() -> io::Result<()> { Vec::<u8>::new(); T::default() }",
    ],
    [
      "src/main/java/io/acme/B.java",
      "java.util.List<String> b = io.acme.core.A.b(); com.google.gson.Gson c; a.b.C_D = 1;",
    ],
    [
      "src/main/java/io/acme/B.java",
      "// It pads, e.g. Strings. Then it ends. Other.\nthis.a.B.c();\n// Of it.\njava.util.List d;",
    ],
    [
      "src/b.cs",
      "Encoding.UTF8.GetBytes(a); Colors.Blue.WithAlpha(1); System.Text.Json.JsonSerializer.Serialize(a);",
    ],
    ["src/b.php", 'namespace B;\n$b = new Part\\C(); echo "a:\\n\\n\\tB\\tC";'],
  ])("%s: none of its own, used before, or that reach nothing: %s", (path, content) => {
    expect(told(path, content)).toEqual([]);
  });

  it.each([
    ["ts", "const source = options.src ?? other.src;"],
    ["ts", "if (node.src === address) return;"],
    ["ts", "type Image = { src: string };"],
    ["ts", "location.lineNumber = 3;"],
    ["ts", "this.emit('preconnect');"],
    ["ts", "const element = document.createElement('div');"],
    ["tsx", "return <img src={logo} alt='a' />;"],
    ["java", "@Test(expected = LimitException.class)"],
    ["java", '@DisplayName("reads limits.xml of a client")'],
    ["java", '@Spec("RSA4b1")'],
    ["java", '@SuppressWarnings({"unchecked", "java:S1"})'],
    ["java", '@CsvSource({"1.5, a.b", "2, c"})'],
    ["kt", '@SerialName("client.id")'],
    ["java", "request.getMethod(); DocumentBuilderFactory.newInstance();"],
    ["java", "settings.getBoolean(name); stream.systemId = 3;"],
    ["ts", "return new this.constructor(limit); killed = 1; network.connect(a);"],
    ["py", "a = re.compile(text, flags, more); sys.path.insert(0, HERE)"],
    ["go", "w.WriteHeader(http.StatusOK); a.Hostname()"],
    ["cs", "var a = cache.GetMethod(); Expression a = b;"],
    ["swift", "a.performed(b); let kills = 3; request.selector = b"],
    ["dart", "http.Response a = b; reflected(a);"],
    ["rb", "spec.system_name = a; load_rows(a); payload = b"],
    ["php", "$a->run(); A::run(); $a->{'b'} = 1; $model->dl = 2;"],
    ["rs", "environment.args(); b.killed();"],
  ])("ordinary code of .%s: %s", (ending, line) => {
    expect(kinds(`a\n${line}\n`, "", ending)).toEqual([]);
  });
});
