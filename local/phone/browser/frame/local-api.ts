/** The panel's requests to the local cloud. Every answer is checked; without a cloud there are none. */

export interface Persona {
  readonly openid: string;
  readonly name: string;
  readonly hats: readonly string[];
  /** The name of the persona's community, or its id if the cloud has no name. */
  readonly community: string;
}

export interface Card {
  readonly title: string;
  readonly path: string;
}

export interface Invocation {
  readonly name: string;
  readonly reads: number;
  readonly writes: number;
  readonly ms: number;
}

/** The fields of an object; none of any other value. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

/** Answers the JSON of a request, or undefined if it failed. */
async function send(path: string, init?: RequestInit): Promise<unknown> {
  try {
    const response = await fetch(path, init);
    return response.ok ? ((await response.json()) satisfies unknown) : undefined;
  } catch {
    return undefined;
  }
}

function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** The personas of the local cloud. */
export async function readPersonas(): Promise<Persona[]> {
  return listOf(await send('/local/personas')).map((persona) => ({
    openid: textOf(persona['openid']),
    name: textOf(persona['name']),
    hats: Array.isArray(persona['hats']) ? persona['hats'].map(String) : [],
    community: textOf(persona['communityName']) || textOf(persona['communityId']),
  }));
}

/** The cards of the local cloud. */
export async function readCards(): Promise<Card[]> {
  return listOf(await send('/local/cards')).map((card) => ({
    title: textOf(card['title']),
    path: textOf(card['path']),
  }));
}

/** The time of the cloud's clock, or undefined without a cloud. */
export async function readClock(): Promise<Date | undefined> {
  const now = textOf(fieldsOf(await send('/local/clock'))['now']);
  return now === '' ? undefined : new Date(now);
}

/** @param move a moment (ISO 8601 with its offset), or how far the clock is advanced */
export async function moveClock(move: { now: string } | { advanceMs: number }): Promise<boolean> {
  return (await send('/local/clock', post(move))) !== undefined;
}

/** The last invocation in the trace of the local cloud. */
export async function readLastInvocation(): Promise<Invocation | undefined> {
  const last = listOf(await send('/local/trace?last=1')).at(-1);
  if (!last) return undefined;
  return {
    name: textOf(last['name']),
    reads: Number(last['reads'] ?? 0),
    writes: Number(last['writes'] ?? 0),
    ms: Math.round(Number(last['ms'] ?? 0)),
  };
}

/** Calls a cloud function as a user, and answers what it returned. */
export async function callFunction(openid: string, name: string, event: unknown): Promise<unknown> {
  return send(`/local/functions/${encodeURIComponent(name)}`, post(event, { 'x-openid': openid }));
}
