/** A server, a program or a GitHub under test: the secrets it holds, and the places its words are left in. */
interface Source {
  /** At this moment; each of at least 16 characters. */
  secrets(): readonly string[];
  /** Names and texts of what left it so far. */
  places(): readonly (readonly [name: string, text: string])[];
}

const open = new Set<Source>();
/** Of sources that have ended while others, which may know them too, have not. */
const kept = new Set<string>();
const found: string[] = [];

/**
 * Watches a source until the returned function is called: the places where it left a secret of any watched source of
 * this test file. Any such place fails the file at its end, also of a source that was never ended, as when its test failed.
 */
export function watchSource(source: Source, leaked = found): () => readonly string[] {
  open.add(source);
  return () => {
    if (!open.delete(source)) return [];
    const leaks = leaksOf(source);
    leaked.push(...leaks);
    for (const secret of source.secrets()) kept.add(secret);
    if (open.size === 0) kept.clear();
    return leaks;
  };
}

afterAll(() => {
  expectNoLeaks([...found, ...[...open].flatMap(leaksOf)]);
});

export function expectNoLeaks(places: readonly string[]): void {
  if (places.length > 0) throw new Error(`A secret stands where none may: ${places.join(", ")}`);
}

/** The places of a source in which a secret stands: its own, or that of another. */
function leaksOf(source: Source): readonly string[] {
  const known = new Set([...kept, ...[source, ...open].flatMap((each) => each.secrets())]);
  const secrets = [...known].flatMap(asWritten);
  return source
    .places()
    .filter(([, text]) => secrets.some((one) => text.includes(one)))
    .map(([name]) => name);
}

/** As itself, in base64 and in a URL. */
export function asWritten(secret: string): readonly string[] {
  if (secret.length < 16) throw new Error("Too short to be told from other text.");
  return [secret, Buffer.from(secret).toString("base64").replace(/=+$/, ""), encodeURIComponent(secret)];
}

/** What is secret among the variables a program of ours is started with; none for what is too short to be one. */
export function secretVariables(variables: Readonly<Record<string, string | undefined>>): readonly string[] {
  const { WEBHOOK_SECRET, ANTHROPIC_API_KEY, INPUT_TOKEN, PRIVATE_KEY, DATABASE_URL } = variables;
  const password = URL.canParse(DATABASE_URL ?? "") ? new URL(DATABASE_URL ?? "").password : "";
  const values = [WEBHOOK_SECRET, ANTHROPIC_API_KEY, INPUT_TOKEN, decodeURIComponent(password)];
  return [...values, keyLine(PRIVATE_KEY)].filter(
    (value) => value !== undefined && value.length >= 16,
  ) as string[];
}

/** A line of a private key that no other key has. */
function keyLine(pem = ""): string {
  return pem.split("\n")[3] ?? "";
}
