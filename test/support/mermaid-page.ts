import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

const program = "/usr/bin/chromium";
const script = join(dirname(createRequire(import.meta.url).resolve("mermaid")), "mermaid.min.js");

interface MermaidPage {
  /** Null when Mermaid's own parser takes the text and draws it; else what is wrong. */
  problem(diagram: string): Promise<string | null>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Mermaid itself in a headless browser, with no network; null, and one loud line, when there is none. */
export async function openMermaid(): Promise<MermaidPage | null> {
  if (!existsSync(program)) {
    process.stderr.write("\n*** NOT TESTED: no Chromium, so no diagram was drawn ***\n\n");
    return null;
  }
  const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  await page.setContent("<body style='background:white'><div id='at'></div></body>");
  await page.addScriptTag({ path: script });
  await page.evaluate("mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' })");
  return pageOf(browser, page);
}

function pageOf(browser: Browser, page: Page): MermaidPage {
  return {
    problem: (diagram) =>
      page.evaluate(`(async () => {
        try {
          const text = ${JSON.stringify(diagram)};
          await mermaid.parse(text);
          const { svg } = await mermaid.render("drawn", text);
          document.getElementById("at").innerHTML = svg;
          const shown = document.querySelector("#at svg");
          return shown && shown.getBoundingClientRect().width > 20 ? null : "nothing is drawn";
        } catch (error) {
          return String(error);
        }
      })()`),
    screenshot: async (path) => {
      await page.screenshot({ path });
    },
    close: () => browser.close(),
  };
}
