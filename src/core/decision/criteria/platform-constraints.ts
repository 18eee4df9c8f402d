import { signal, type Signal } from "../signal.ts";
import { criterionOf } from "../verdict.ts";

/** Words for what differs by platform, language or runtime. */
export const platforms: readonly Signal[] = [
  signal(
    "depends on the platform it runs on",
    2,
    "platform-specific|platform-dependent|cross-platform|multi-platform|on/across/per/each/every/all/both platform/platforms|platform support*/allow*/provide*|native ~ view*/ui/app*/player*/module*/api*/control*/component*/picker*/facilit*/mobile/event*/widget*/indicator*/keychain/video/code|native* language/idiom*/construct*|idiom* of/for|idiomatic for|language idiom*|each/every/target/implementation language|secure/securely/persistent/offline/on-device stor*|keychain|keystore|local/browser/device storage|ios|android|embedded device*|third-part* dom/page/website*|garbage-collect*|in the background|background work/processing/execution/upload*/sync*|backgrounding|file lock*|browser tab*|works offline|thread-safe*|thread safety|main/ui/background thread",
    (words) => `Say for “${words}” what each platform does, or that any way will do.`,
  ),
  signal(
    "names a platform facility",
    1,
    "platform*|native|mobile|tablet*|desktop|browser*|windows|macos|linux|thread|threads|threading|life-cycle|operating-system*|file-system*|idiomatic|idioms|device|devices|storage|stored locally|local-storage|offline|cookie*|camera|microphone|geolocation|push notification*|dom|runtime environment*|accessib*|screen-reader*",
    (words) => `Say what is the same everywhere and what “${words}” may change.`,
  ),
];

export const platformConstraints = criterionOf({
  id: "platform-constraints",
  question: "Does the platform, language or runtime shape the answer?",
  title: "Platform constraints matter",
  role: "design",
  judged: { place: 3 },
  signals: platforms,
  open: "yes",
  silent: "no",
  because: "The change names no facility of a platform, language or runtime.",
});
