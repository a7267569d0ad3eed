/**
 * Every page of app.json, as somebody whom it is for: what opening it costs, and what is wrong with it in every window,
 * mode and type size. `LIANXIN_PICTURES=on` keeps a picture of each in `.cache/screenshots/`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Request } from 'playwright-core';
import { newPhonePage, openPhone } from '@lianxin/local-phone/testing';
import { auditOf, picturesOf, type Answered } from '../../local/testing/audit';
import { costOf, type Cost } from '../../local/testing/cost';
import { startDemoPhone, visitNamed, type DemoPhone } from '../../local/testing/demo-phone';
import { measure } from '../../local/testing/measure';
import { everyRoute } from '../../local/testing/every-route';
import { nothingKnown } from '../../local/testing/visit';
import { visits, type Visit } from '../../local/testing/visits';
import { oldCompilerDrawing } from '../../tools/old-compiler';
import { miniprogramFolder, otherDrawings, otherSimulations, type Drawing } from '../support/old-drawing';

const budget = { nodes: 400, depth: 15, setDataCalls: 2, setDataBytes: 16 * 1024, replyBytes: 64 * 1024 };

let phone: DemoPhone;
/** Requests of the visit that were refused or not answered. */
const failed: string[] = [];
/** Whose phone it was already. */
const held = new Set<string>();
/** What was drawn so far, each template once from the same data. */
const drawn = new Map<string, Drawing>();
let draw: ReturnType<typeof oldCompilerDrawing>;
const costs = new Map<string, Cost & { calls: number }>();

beforeAll(async () => {
  draw = oldCompilerDrawing(miniprogramFolder);
  phone = await startDemoPhone();
  phone.page.on('response', (response) => {
    if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
  });
  phone.page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') failed.push(`failed ${request.url()}`);
  });
}, 180_000);

afterAll(async () => {
  const rows = [...costs].map(([name, cost]) => ({ name, ...cost }));
  const folder = path.resolve(__dirname, '../../.cache');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'page-costs.json'), JSON.stringify(rows, null, 1));
  await phone.close();
});

test('has a visit for every page of app.json', () => {
  const visited = new Set(visits.map((visit) => visit.address(nothingKnown).slice(1).split('?')[0]));
  expect([...everyRoute()].sort()).toEqual([...visited].sort());
});

/** What the functions answered the last time, and how. */
async function answersOf(last: number): Promise<Answered[]> {
  if (last === 0) return [];
  const answers = (await (await fetch(`${phone.product.url}/local/trace?last=${last}`)).json()) as Answered[];
  // Whoever has all books checked sees how far it is: one part after the other, behind a page that stands.
  return answers.filter(({ event }) => event !== 'passbook.audit');
}

async function largestReply(last: number): Promise<number> {
  const traces = (await (await fetch(`${phone.product.url}/local/trace?last=${last}`)).json()) as { bytes: number }[];
  return Math.max(0, ...traces.map(({ bytes }) => bytes));
}

/** A phone that somebody holds for the first time asks who they are, beside what the page asks. */
async function expectCheap({ name, asks }: Visit, isFirst: boolean): Promise<void> {
  const cost = await costOf(phone.page);
  const { calls } = phone;
  costs.set(name, { ...cost, calls: calls.length });
  expect(cost.nodes).toBeLessThanOrEqual(budget.nodes);
  expect(cost.depth).toBeLessThanOrEqual(budget.depth);
  expect(cost.setDataCalls).toBeLessThanOrEqual(Math.max(budget.setDataCalls, calls.length));
  expect(cost.largestSetDataBytes).toBeLessThanOrEqual(budget.setDataBytes);
  expect(await largestReply(calls.length)).toBeLessThanOrEqual(budget.replyBytes);
  // A book that stands is checked behind its lines.
  const checks = asks === 'passbook.get' ? ['passbook.verify'] : [];
  const beside = [
    'message.markRead',
    ...checks,
    // What can be asked for is read behind the order that it is about.
    ...(asks === 'policy.listOffered' ? [] : ['policy.listOffered']),
    ...(isFirst && asks !== 'person.getSession' ? ['person.getSession'] : []),
  ];
  const asked = calls.filter((call) => !beside.includes(call)).slice(0, name === 'verify' ? 1 : 2);
  expect(asked).toEqual(asks ? [asks] : []);
}

/** Pages declare no framework: on most phones the old compiler's program draws them. */
async function expectSameDrawings(): Promise<void> {
  const { drawings, differences } = await otherDrawings(phone.page, draw);
  for (const drawing of drawings) drawn.set(`${drawing.file} ${drawing.data}`, drawing);
  expect(differences).toEqual([]);
}

test.each(visits)(
  '$name',
  async (visit) => {
    phone.calls.length = 0;
    await phone.open(visit);
    await expectCheap(visit, !held.has(visit.openid));
    held.add(visit.openid);
    const opened = {
      ...{ cost: await costOf(phone.page), pictures: await picturesOf(phone.page) },
      ...{ answers: await answersOf(phone.calls.length), failed: failed.splice(0) },
    };
    await expectSameDrawings();
    const found = await measure(phone.page, visit.name);
    expect(found.differences()).toEqual([]);
    const faults = found.entries().map(({ fault }) => fault);
    expect(auditOf({ ...opened, faults, errors: phone.watch.errors })).toEqual([]);
    phone.watch.expectNone();
  },
  300_000,
);

test('every page was drawn as the old compiler draws it', () => {
  const files = new Set([...drawn.values()].map(({ file }) => file));
  expect([...everyRoute()].filter((route) => !files.has(route))).toEqual([]);
});

test('miniprogram-simulate gives each of these drawings the same text', () => {
  expect(otherSimulations(miniprogramFolder, [...drawn.values()])).toEqual([]);
}, 300_000);

/** What a phone that was never used asks for, in its order. */
async function firstCalls(openid: string, visit: Visit): Promise<string[]> {
  const fresh = await newPhonePage(phone.browser);
  const heard: string[] = [];
  const nameOf = (body: string | null): string => (JSON.parse(body ?? '{}') as { name?: string }).name ?? '';
  // Both are told in the order in which they come, so that a busy machine mixes up none.
  const note = (verb: string, request: Request) => {
    if (request.url().includes('/local/functions/')) heard.push(`${verb} ${nameOf(request.postData())}`);
  };
  fresh.on('request', (request) => note('asks', request));
  fresh.on('response', (response) => note('hears', response.request()));
  await openPhone(fresh, { url: phone.product.url, as: openid, page: visit.address(phone.known) });
  await fresh.getByText(visit.says).filter({ visible: true }).first().waitFor();
  await fresh.context().close();
  return heard;
}

test.each([
  { name: 'card', openid: 'visitor', asks: 'card.get' },
  { name: 'home-resident', openid: 'resident-luo', asks: 'home.get' },
])(
  '$name asks for nothing but $asks before it shows, on a phone that was never used',
  async ({ name, openid, asks }) => {
    expect((await firstCalls(openid, visitNamed(name))).slice(0, 2)).toEqual([`asks ${asks}`, `hears ${asks}`]);
  },
  40_000,
);
