import { readFileSync, statSync } from "node:fs";

/**
 * The key itself, with `\n` written out allowed as in `.env` files, or the path of its file. Adds to `problems` what
 * is wrong and what to do; never a part of the key.
 */
export function readPrivateKey(
  environment: Readonly<Record<string, string | undefined>>,
  problems: string[],
): string {
  const key = environment["PRIVATE_KEY"];
  if (key !== undefined && key !== "") return checkKey(key.replaceAll("\\n", "\n"), "PRIVATE_KEY", problems);
  const path = environment["PRIVATE_KEY_PATH"];
  if (path === undefined || path === "") {
    problems.push(
      "PRIVATE_KEY is missing, and so is PRIVATE_KEY_PATH. Make a key on the App's settings page.",
    );
    return "";
  }
  try {
    if ((statSync(path).mode & 0o077) !== 0 && process.platform !== "win32") {
      problems.push(`PRIVATE_KEY_PATH: others can read ${path}. Run: chmod 600 ${path}`);
    }
    return checkKey(readFileSync(path, "utf8"), "PRIVATE_KEY_PATH", problems);
  } catch (error) {
    problems.push(
      `PRIVATE_KEY_PATH: cannot read ${path} (${(error as NodeJS.ErrnoException).code ?? "error"}).`,
    );
    return "";
  }
}

function checkKey(key: string, name: string, problems: string[]): string {
  const isPem = key.includes("-----BEGIN") && key.includes("PRIVATE KEY-----");
  if (!isPem) problems.push(`${name} does not hold a PEM private key (-----BEGIN … PRIVATE KEY-----).`);
  return key;
}
