import type { UseKind } from "./language-uses.ts";

/** How code in a page has the browser ask an address, or run what stands there, without any of the calls that are made for it. */
export const ofPages: readonly (readonly [UseKind, RegExp])[] = [
  // Elements that load as soon as they have an address, and their addresses.
  [
    "the network",
    /\bnew\s(?:[\w$]{1,40}\.){0,3}(?:Image|Audio|FontFace)\s?\(|\bcreateElement(?:NS)?\s?\((?:[^()\n]{0,100},)?\s?["'`](?:img|image|link|audio|video|source|track|picture|form|base|use|feImage)["'`]|(?:\.|\[\s?["'`])(?:src|srcset|poster|formAction)(?:["'`]\s?\])?\s?\+?=(?!=)|\bsetAttribute(?:NS)?\s?\((?:[^()\n]{0,100},)?\s?["'`](?:src|srcset|href|xlink:href|poster|action|formaction|ping|data|background)["'`]|\bassign\s?\([^()\n]{0,200}\b(?:src|srcset|href)\s?[:}]|<(?:img|image|link|audio|video|source|use|form)\b[^\n]{0,200}["'`{](?:https?:)?\/\/\S/g,
  ],
  // Styles and hints that load, and leaving the page.
  [
    "the network",
    /\burl\(\s?["']?(?:https?:)?\/\/|\brel["'`]?\s?[=:,]\s?\{?["'`](?:dns-prefetch|preconnect|prefetch|preload|modulepreload|prerender|stylesheet)\b|\b(?:window|document|self|top|parent|globalThis)\.location\s?=(?!=)|\blocation\.(?:href\s?=(?!=)|assign\s?\(|replace\s?\()|\bwindow\.open\s?\(|\.(?:requestSubmit|submit)\s?\(\s?\)/g,
  ],
  [
    "code made at run time",
    /\bcreateElement(?:NS)?\s?\((?:[^()\n]{0,100},)?\s?["'`](?:script|iframe|frame|object|embed|portal)["'`]|<(?:script|iframe|object|embed)\s[^\n]{0,200}\b(?:src|srcdoc|data)\s?=|\.(?:innerHTML|outerHTML|srcdoc)\s?\+?=(?!=)|\b(?:insertAdjacentHTML|createContextualFragment|set(?:HTML|HTMLUnsafe)|parseHTMLUnsafe|dangerouslySetInnerHTML)\b|\bdocument\.write(?:ln)?\s?\(|\bimportScripts\b|\bserviceWorker\.register\b|[wW]orklet\.addModule\b/g,
  ],
];
