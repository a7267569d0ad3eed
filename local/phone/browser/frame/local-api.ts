/** What the panel asks of the local cloud. Every answer is looked at before it is believed; a cloud that is not there answers nothing. */
export interface Persona {
  openid: string;
  name: string;
  hats: readonly string[];
  /** the community's name, or its id where the cloud knows no name */
  community: string;
}

export interface Card {
  title: string;
  path: string;
}

export interface Invocation {
  name: string;
  reads: number;
  writes: number;
  ms: number;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

async function ask(path: string, init?: RequestInit): Promise<unknown> {
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

export async function readPersonas(): Promise<Persona[]> {
  return listOf(await ask('/local/personas')).map((persona) => ({
    openid: textOf(persona['openid']),
    name: textOf(persona['name']),
    hats: Array.isArray(persona['hats']) ? persona['hats'].map(String) : [],
    community: textOf(persona['communityName']) || textOf(persona['communityId']),
  }));
}

export async function readCards(): Promise<Card[]> {
  return listOf(await ask('/local/cards')).map((card) => ({
    title: textOf(card['title']),
    path: textOf(card['path']),
  }));
}

/** The cloud's own clock, or undefined without a cloud. */
export async function readClock(): Promise<Date | undefined> {
  const now = textOf(fieldsOf(await ask('/local/clock'))['now']);
  return now === '' ? undefined : new Date(now);
}

/** @param move a moment (ISO 8601 with its offset), or how far to go on */
export async function moveClock(move: { now: string } | { advanceMs: number }): Promise<boolean> {
  return (await ask('/local/clock', post(move))) !== undefined;
}

export async function readLastInvocation(): Promise<Invocation | undefined> {
  const last = listOf(await ask('/local/trace?last=1')).at(-1);
  if (!last) return undefined;
  return {
    name: textOf(last['name']),
    reads: Number(last['reads'] ?? 0),
    writes: Number(last['writes'] ?? 0),
    ms: Math.round(Number(last['ms'] ?? 0)),
  };
}

async function callApi(openid: string, name: string, input: object): Promise<Record<string, unknown> | undefined> {
  const reply = fieldsOf(await ask('/local/functions/api', post({ name, input }, { 'x-openid': openid })));
  return reply['ok'] === true ? fieldsOf(reply['data']) : undefined;
}

/** Whether this person uses elder mode; undefined if the app has none. */
export async function readElder(openid: string): Promise<boolean | undefined> {
  const session = await callApi(openid, 'person.getSession', {});
  return session && session['elder'] === true;
}

export async function setElder(openid: string, elder: boolean): Promise<boolean> {
  return (await callApi(openid, 'person.saveSettings', { elder, requestId: crypto.randomUUID() })) !== undefined;
}
