import { firstOf, type LanguageUses } from "./language-uses.ts";

const ofLanguage =
  /^(?:crate|self|super|proc_macro|[iu](?:8|16|32|64|128|size)|f(?:32|64)|bool|char|str|dyn|impl|as|in|where)$/;

/** What a file brings in, or declares, by the name that it has there. */
function ownNames(content: string): readonly string[] {
  const brought = [...content.matchAll(/\buse\s([^;]{1,2000});/g)].map(([, names = ""]) => names);
  return [
    ...brought.flatMap((names) => [...names.matchAll(/(?:::|[{,]|\sas\s)\s{0,40}(\w{1,60})/g)]),
    ...content.matchAll(/\b(?:mod|crate\s\w{1,60}\sas)\s(\w{1,60})/g),
  ].map(([, name = ""]) => name);
}

export const rust: LanguageUses = {
  endings: ["rs"],
  uses: [
    [
      "a process",
      /\bstd::process\b|\bos::unix::process\b|::\$\w{1,40}::Command\b|\btokio::process\b|\bCommand::new|\bcmd\s?!\s?[([{]|\blibc::(?:fork|exec\w{0,3}|system)\b|\buse\sstd::\{[^}]{0,200}\bprocess\b/g,
    ],
    [
      "the network",
      /\breqwest\b|\bureq\b|\bhyper::|\b(?:Tcp|Unix|Udp)(?:Stream|Listener|Socket|Datagram)\b|\btungstenite\b|\bisahc\b|\bcurl::|\bstd::net\b|\buse\sstd::\{[^}]{0,200}\bnet\b/g,
    ],
    [
      "the environment",
      /\bstd::env\b|\benv::(?:vars?(?:_os)?|home_dir)\b|\b(?:option_)?env\s?!\s?[([{]|\buse\sstd::\{[^}]{0,200}\benv\b/g,
    ],
    [
      "code made at run time",
      /\blibloading\b|#\[(?:unsafe\s?\(\s?)?(?:ctor|export_name|link|link_section|no_mangle|global_allocator)\b|\b(?:global_|naked_)?asm\s?!\s?[([{]|\btransmute\b|\bextern\s(?:[br]{0,2}#{0,3}"|\{)/g,
    ],
    // By another name.
    ["a process", /\b(?:use|extern\scrate)\s(?:std|core|libc|tokio)\sas\b|\buse\sstd::\*/g],
    ["the build", /\binclude(?:_bytes|_str)?\s?!\s?[([{]|#\[proc_macro/g],
    // What is given to an attribute or a macro as a place: only a call of no macro assigns one, and ends with `;`.
    [
      "the build",
      /(?:[([{,]\s?|^\s{0,80})(?:\w{1,40}_)?(?:path|file)\s?=\s?(?:concat!|b?r?#{0,9}["'])(?![^"'\n]{0,200}["']#{0,9}\s?;)/g,
    ],
    ["a process", /\bnix::|\blibc::(?:kill|posix_spawnp?|vfork)\b/g],
    [
      "the network",
      /\bto_socket_addrs\b|\bToSocketAddrs\b|\btokio::net\b|\blibc::(?:socket|connect)\b|\b(?:attohttpc|surf|minreq)::/g,
    ],
    [
      "the environment",
      /\benv::(?:args\w{0,3}|current_exe|set_var|remove_var)\b|\bdirs(?:_next)?::|\blibc::getenv\b/g,
    ],
    ["code made at run time", /\blibc::dl(?:open|sym)\b/g],
  ],
  imports: {
    patterns: [
      /^\s{0,20}(?:pub(?:\(\w{1,20}\))?\s)?use\s(?:::)?([A-Za-z_]\w{0,60})/g,
      /^\s{0,20}(?:pub(?:\(\w{1,20}\))?\s)?use\s?(?:::)?\{\s?(?:::)?([A-Za-z_]\w{0,60})/g,
      /(?<=^\s{0,20}use\s?\{[^{}\n]{1,200}),\s?(?:::)?([A-Za-z_]\w{0,60})/g,
      /\bextern\scrate\s(?:r#)?(\w{1,60})/g,
    ],
    moduleOf: (name) => (/^(?:crate|self|super|[A-Z]\w{0,60})$/.test(name) ? null : firstOf(name, 1, "::")),
    harmless: /^(?:std|core|alloc)$/,
    declares: /\bmod\s(\w{1,60})/g,
    fullPaths: {
      patterns: [
        /(?<![\w:$.'"/-])(?:r#)?([a-z_]\w{0,60})::(?=[\w<{*])/g,
        /(?<![\w:$>)\]])::(?:r#)?([a-z_]\w{0,60})::(?=[\w<{*])/g,
      ],
      moduleOf: (name) => (ofLanguage.test(name) ? null : name),
      ownNames,
    },
    placesOf: (module) => [`/${module}.rs`, `/${module}/`, `/${module.replaceAll("_", "-")}/`],
  },
};
