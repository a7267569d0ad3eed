import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setStoredCredits } from '@lianxin/local-cloud/testing/stored-state';
import type { Login } from '../../cloudfunctions/core/access/login';
import type { Alarm } from '../../cloudfunctions/core/passbook/alarm/alarm';
import { routes as apiRoutes } from '../../cloudfunctions/api/routes';
import { routes as fileRoutes } from '../../cloudfunctions/files/routes';
import { functionOf, type EndpointName } from '../../miniprogram/contracts/api';
import { errorTable } from '../../miniprogram/contracts/error';
import { startApi, type ApiCloud } from '../support/api';
import { scenarios, stepsOf, type Scenario } from './scenarios';
import { notedTwice, worldOf, type World } from './world';

/**
 * Every writing endpoint, with a fault at every request that it makes. `npm run torture` tries all of them; without it,
 * the write that decides, the inbox's write and a call that comes twice.
 */
const isWhole = process.env['LIANXIN_TORTURE'] === '1';
jest.setTimeout(isWhole ? 3_600_000 : 600_000);

const granted = ['o_resident', 'o_member', 'o_worker', 'o_secretary'];
const templates = ['order-news', 'offer-news', 'deadline-news'] as const;
/** More than a person hears of by subscription messages in all scenarios. */
const manyCredits = 1_000_000;

let cloud: ApiCloud;
beforeAll(async () => {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'every-write-'));
  setStoredCredits(dataFolder, { openids: granted, templateIds: templates, count: manyCredits });
  cloud = await startApi({ functions: ['api', 'files', 'jobs'], dataFolder });
  await makeWorkingDay();
});
afterAll(() => cloud.close());

interface Fault {
  readonly kind: 'timeout-before' | 'timeout-after' | 'conflict' | 'duplicate-delivery';
  readonly match: string;
  readonly after?: number;
  readonly together?: boolean;
}

const table: string[] = [];
afterAll(() => {
  if (isWhole) process.stdout.write(`${table.join('\n')}\n`);
});

let sentBefore = 0;

/**
 * A working day on which the night's jobs are done, with some who granted subscription messages: kept, because each
 * scenario begins with it. Functions stay warm, which keep nothing between calls.
 */
async function makeWorkingDay(): Promise<void> {
  for (const openid of granted)
    await cloud.change('logins', openid, { credits: { orderNews: 3, offerNews: 3, deadlineNews: 3 } });
  cloud.database.keep('day');
}

/** What a scenario's call finds, to be set back to before each fault. */
interface Beginning {
  readonly input: object;
  /** ISO 8601 */
  readonly now: string;
}
const files = () => path.join(cloud.dataFolder, 'files');
const keptFiles = () => path.join(cloud.dataFolder, 'kept-files');

function copyFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}

async function prepare(scenario: Scenario): Promise<Beginning> {
  rmSync(files(), { recursive: true, force: true });
  cloud.database.restore('day');
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  const input = { ...(await scenario.prepare(stepsOf(cloud))), requestId: 'request-under-fault' };
  cloud.database.keep('scenario');
  copyFolder(files(), keptFiles());
  return { input, now: ((await cloud.control('/local/clock')) as { now: string }).now };
}

/** Sets all back to the moment before the call. */
async function begin({ now }: Beginning): Promise<void> {
  await cloud.control('/local/faults', undefined, 'DELETE');
  cloud.database.restore('scenario');
  copyFolder(keptFiles(), files());
  sentBefore = ((await cloud.control('/local/subscribe-messages')) as unknown[]).length;
  await cloud.setClock(now);
}

/**
 * The timer runs: what a call left undone is done. Of a closing that broke off, one run posts the rest, and the next
 * one empties the outbox.
 */
async function settledWorld(): Promise<World> {
  await cloud.control('/local/clock', { advanceMs: (isWhole ? 21 : 11) * 60_000 });
  return worldOf(cloud, sentBefore);
}

/** A phone that got no answer, or is told to try again, does so with the same request. */
async function callUntilAnswered({ openid, name }: Scenario, input: object) {
  for (let attempt = 0; ; attempt += 1) {
    const reply = await cloud.tryAs(openid, name, input);
    if (reply.ok || !errorTable[reply.code].retry || attempt === 5) return reply;
  }
}

interface Reference {
  readonly beginning: Beginning;
  /** Where nobody repeats the call: without it, all stands as before. */
  readonly before: World | undefined;
  readonly after: World;
  readonly labels: readonly string[];
}

/**
 * What somebody does to their own login alone, what makes them somebody, and what they say of themselves at a site: who
 * declined care is forgotten.
 */
const withoutActor = new RegExp(
  [
    String.raw`^message\.`,
    String.raw`^(?:import|export)\.advance$`,
    String.raw`^person\.(saveSettings|switchHat|register|requestChange)$`,
    String.raw`^setup\.claim$`,
    String.raw`^site\.(register|joinRecord|answerCare)$`,
  ].join('|'),
);

/** Where something that is stored says that the caller did it, in their hat, at some time: how often. */
function countActs({ openid }: Scenario): number {
  const {
    personId,
    hats = [],
    hatInUse,
  } = cloud.stored<Partial<Login>>('logins').find(({ _id }) => _id === openid) ?? {};
  const hat = hats.find(({ key }) => key === hatInUse)?.hat;
  const count = (value: unknown): number => {
    if (typeof value !== 'object' || value === null || value instanceof Date) return 0;
    const one = value as Record<string, { personId?: string; hat?: string } | undefined>;
    const { at, by } = one;
    const isTheirs = [one['personId'] as unknown, by?.personId].includes(personId);
    const isWorn = [one['hat'] as unknown, by?.hat].includes(hat);
    return (
      (at instanceof Date && isTheirs && isWorn ? 1 : 0) +
      Object.values(one).reduce((sum, part) => sum + count(part), 0)
    );
  };
  const told =
    'transfers orders activities attendances cards reversals changeRequests audit alarms stations siteRecords posts';
  const others =
    'reviews exchanges numberChecks goods redemptions waits imports exports enrolments visits visitPlans moves alerts';
  const kept = 'complaints branches communities grants teams places people homeVisitPlans helpCases';
  const praised = 'commendations recognitionChoices thanksNotes starMonths starVotes';
  return `${told} ${others} ${kept} ${praised}`
    .split(' ')
    .flatMap((collection) => cloud.stored(collection))
    .reduce<number>((sum, document) => sum + count(document), 0);
}

/** What happens without a fault, and which requests it takes. */
async function referenceOf(scenario: Scenario): Promise<Reference> {
  const beginning = await prepare(scenario);
  await begin(beginning);
  const before = isWhole ? await settledWorld() : undefined;
  await begin(beginning);
  const acts = countActs(scenario);
  const reply = await cloud.tryAs(scenario.openid, scenario.name, beginning.input);
  expect(reply).toMatchObject({ ok: true });
  const isTold = withoutActor.test(scenario.name) || countActs(scenario) > acts;
  expect([scenario.name, isTold]).toEqual([scenario.name, true]);
  const { operations } = await cloud.lastCall();
  const labels = operations.map(({ action, collection }) => `database.${action} ${collection ?? ''}`.trim());
  return { beginning, before, after: await settledWorld(), labels };
}

/** Every request of a call, failing before and after it was carried out; in a transaction, as a conflict too. */
function faultsOf(labels: readonly string[], name: EndpointName): readonly Fault[] {
  const faults = labels.flatMap((match, index): Fault[] => {
    const after = labels.slice(0, index).filter((label) => label.includes(match)).length;
    const mayConflict = isWrite(match) && labels.some(isCommit);
    const kinds = [...timeouts, ...(mayConflict ? (['conflict'] as const) : [])];
    return kinds.map((kind) => ({ kind, match, after }));
  });
  const twice = { kind: 'duplicate-delivery', match: `function ${functionOf(name)} ${name}` } as const;
  const all = [...faults, twice, { ...twice, together: true }];
  return isWhole ? all : all.filter(isDeciding(labels));
}

const timeouts = ['timeout-before', 'timeout-after'] as const;
const isCommit = (label: string) => label.includes('commitTransaction');
const isWrite = (label: string) => /modifyDocument|insertDocument|commitTransaction/.test(label);

/** The first write outside of logins or the commit, with a lost reply; the first write of an inbox; both duplicates. */
function isDeciding(labels: readonly string[]): (fault: Fault) => boolean {
  const deciding = labels.find(isCommit) ?? labels.find((label) => isWrite(label) && !label.includes('logins'));
  return ({ kind, match, after }) =>
    kind === 'duplicate-delivery' ||
    (kind === 'timeout-after' && match === (deciding ?? match) && after === 0) ||
    (kind === 'timeout-before' && match === 'database.modifyDocument logins' && after === 0);
}

const worldsDiffer = (one: World, other: World) =>
  JSON.stringify([one.documents, one.inboxes]) !== JSON.stringify([other.documents, other.inboxes]);

/** A subscription message comes at most once. */
function expectSentAtMostOnce({ sent }: World, reference: World): void {
  for (const line of new Set(sent))
    expect([line, sent.filter((one) => one === line).length]).toEqual([
      line,
      Math.min(sent.filter((one) => one === line).length, reference.sent.filter((one) => one === line).length),
    ]);
}

async function tryFault(scenario: Scenario, fault: Fault, reference: Reference): Promise<void> {
  const { input } = reference.beginning;
  await begin(reference.beginning);
  const inside = fault.kind === 'duplicate-delivery' ? {} : { inside: functionOf(scenario.name) };
  await cloud.control('/local/faults', { ...fault, ...inside, times: 1 });
  expect([fault, await callUntilAnswered(scenario, input)]).toMatchObject([fault, { ok: true }]);
  // A conflict waits for a write within the transaction; the call also writes beside it.
  if (fault.kind !== 'conflict') expect([fault, await cloud.control('/local/faults')]).toEqual([fault, []]);
  await cloud.control('/local/faults', undefined, 'DELETE');
  const found = await settledWorld();
  expect([fault, cloud.stored<Alarm>('alarms').filter(({ open }) => open)]).toEqual([fault, []]);
  expect([fault, found.inboxes]).toEqual([fault, reference.after.inboxes]);
  expect([fault, found.documents]).toEqual([fault, reference.after.documents]);
  expect([fault, notedTwice(cloud)]).toEqual([fault, []]);
  expectSentAtMostOnce(found, reference.after);
}

/** Nobody repeats the call: then it happened whole, with all its news, or not at all. */
async function tryGivingUp(scenario: Scenario, fault: Fault, reference: Reference): Promise<void> {
  const { beginning, before = reference.after } = reference;
  await begin(beginning);
  await cloud.control('/local/faults', { ...fault, inside: functionOf(scenario.name), times: 1 });
  await cloud.tryAs(scenario.openid, scenario.name, beginning.input);
  await cloud.control('/local/faults', undefined, 'DELETE');
  const found = await settledWorld();
  const expected = JSON.stringify(found.inboxes) === JSON.stringify(before.inboxes) ? before : reference.after;
  const isNeither = worldsDiffer(found, before) && worldsDiffer(found, reference.after);
  if (isNeither) expect([fault, found]).toEqual([fault, expected]);
}

test('every endpoint that writes has a scenario', () => {
  const writing = Object.values({ ...apiRoutes, ...fileRoutes }).filter(({ idempotency }) => idempotency !== 'read');
  expect(scenarios.map(({ name }) => name).sort()).toEqual(writing.map(({ name }) => name).sort());
});

test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
  '%s happens once, and is told once, whatever fails',
  async (name, scenario) => {
    const reference = await referenceOf(scenario);
    const faults = faultsOf(reference.labels, name);
    expect(faults.length).toBeGreaterThanOrEqual(3);
    let tried = 0;
    for (const fault of faults) {
      await tryFault(scenario, fault, reference);
      if (isWhole && fault.kind.startsWith('timeout')) await tryGivingUp(scenario, fault, reference);
      tried += 1;
    }
    table.push(`${name.padEnd(26)} ${String(reference.labels.length).padStart(3)} requests ${tried} faults`);
  },
);
