#!/usr/bin/env node
import { existsSync } from "node:fs";

// The package carries the bundle; a checkout runs what the compiler made of its sources.
const bundle = new URL("../bundle/twopath.js", import.meta.url);
await import(existsSync(bundle) ? bundle : new URL("../dist/cli/main.js", import.meta.url));
