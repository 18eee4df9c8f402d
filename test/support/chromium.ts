import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where Debian's Chromium is; null, said in one loud line, where there is none and the tests in it are left out. */
export function findChromium(): string | null {
  const found = places.find((place) => existsSync(place)) ?? null;
  if (found === null)
    process.stderr.write(
      "NOT TESTED: the demo's pages in a browser, as Chromium is missing (apt-get install chromium).\n",
    );
  return found;
}

export function openChromium(executablePath: string): Promise<Browser> {
  // The sandbox of Chromium needs more than containers allow; the pages are our own.
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}
