import { readFileSync } from "node:fs";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** A plain remark pass over each of the files named. */
const remark = unified().use(remarkParse);
for (const file of process.argv.slice(2)) remark.parse(readFileSync(file, "utf8"));
