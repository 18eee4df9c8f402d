import type { Language } from "../code/language.ts";

/** Words by which a spec speaks about a target's platform, as they are written there. */
export const platformWords: Readonly<Record<Language, RegExp>> = {
  typescript: /\b(?:TypeScript|JavaScript|ECMAScript|Node\.?[jJ][sS]|browsers?|JS|web workers?|npm)\b/,
  swift: /\b(?:Swift|Objective-C|iOS|macOS|Cocoa|Foundation|APNs)\b/,
  kotlin: /\b(?:Kotlin|Android|JVM|coroutines?|FCM)\b/,
  java: /\b(?:Java(?!Script)|JVM|Android|JRE)\b/,
  go: /\b(?:Golang|goroutines?)\b|\b(?:in|for|the) Go\b/,
  python: /\b(?:Python|asyncio|PyPI)\b/,
  csharp: /C#|\.NET\b|\bXamarin\b|\bNuGet\b/,
  dart: /\b(?:Dart|Flutter)\b/,
  ruby: /\b(?:Ruby|RubyGems|EventMachine)\b/,
  php: /\bPHP\b|\bComposer\b/,
};
