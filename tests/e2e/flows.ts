/** People with narrow phones and large type, who tap orders through from end to end. */
import type { Browser } from 'playwright-core';
import { launchBrowser, openPhone } from '@lianxin/local-phone/testing';
import type { EndpointName, Input, Output } from '../../miniprogram/contracts/api';
import type { OrderView } from '../../miniprogram/contracts/order';
import { personWith, startProduct, type Lianxin, type Person } from '../../local/testing/product';

export const saturday = '2026-11-21T09:12:00+08:00';
const width = 320;

let product: Lianxin;
let browser: Browser;
let now = saturday;
const people = new Map<string, Person>();

/** One product and one browser for a file of tests; after each test no phone logged an error. */
export function useFlows(): void {
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(saturday), launchBrowser()]);
  }, 180_000);
  afterEach(() => {
    for (const person of people.values()) person.noErrors();
  });
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });
}

/** Somebody with a narrow phone on which everything is large, at the product's time. */
async function as(openid: string): Promise<Person> {
  const known = people.get(openid) ?? (await personWith(browser, product, openid));
  if (!people.has(openid)) countCalls(known);
  people.set(openid, known);
  await known.page.setViewportSize({ width, height: 700 });
  await known.page.clock.setFixedTime(new Date(now));
  return known;
}

let pending = 0;

/** Counts the calls of somebody's phone that were not answered yet. */
function countCalls({ page }: Person): void {
  const answered = (): void => void (pending -= 1);
  page.on('request', (request) => {
    if (!request.url().includes('/local/functions/')) return;
    pending += 1;
    void request.response().then(answered, answered);
  });
}

/** Until every phone has its answers: what was done is stored before somebody else looks. */
export async function allAnswered({ page }: Person): Promise<void> {
  for (let still = 0; still < 2; still = pending === 0 ? still + 1 : 0) await page.waitForTimeout(100);
}

/** Opens a page of theirs; nothing of it is wider than the phone. */
export async function at(openid: string, page: string): Promise<Person> {
  const person = await as(openid);
  await allAnswered(person);
  await openPhone(person.page, { url: product.url, as: openid, page, fontScale: 1.65 });
  await person.page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  expect(await person.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  return person;
}

export async function fill(person: Person, placeholder: string | RegExp, text: string): Promise<void> {
  await person.page.getByPlaceholder(placeholder).filter({ visible: true }).first().fill(text);
}

/** Until the cloud has taken what was done. */
export async function submit(helper: Person): Promise<void> {
  const button = '交上去，请居民点头';
  await helper.tap(button);
  await helper.page.getByText(button).filter({ visible: true }).first().waitFor({ state: 'hidden' });
}

let requests = 0;
export async function call<Name extends EndpointName>(
  openid: string,
  name: Name,
  input: Omit<Input<Name>, 'requestId'>,
): Promise<Output<Name>> {
  const requestId = `order-flow-${String((requests += 1)).padStart(4, '0')}`;
  const reply = await product.callAs(openid, name, { requestId, ...input } as Input<Name>);
  if (!reply.ok) throw new Error(`${name}: ${reply.code} ${reply.field ?? ''}`);
  return reply.data;
}
/** What changes nothing. */
export async function ask<Name extends EndpointName>(
  openid: string,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  return dataOf(await product.callAs(openid, name, input));
}
export async function read(openid: string, orderId: string) {
  await allAnswered(await as(openid));
  return dataOf(await product.callAs(openid, 'order.get', { orderId }));
}
const dataOf = <T>(reply: { ok: true; data: T } | { ok: false; code: string }): T => {
  if (!reply.ok) throw new Error(reply.code);
  return reply.data;
};
export const create = (words: string, more: Partial<Input<'order.create'>> = {}) =>
  call('resident-luo', 'order.create', { category: 'repair', words, when: 'any', fileIds: [], ...more });

export async function passTo(time: string): Promise<void> {
  now = time;
  await product.post('/local/clock', { now: new Date(Date.parse(now) - 660_000).toISOString(), timers: 'skip' });
  await product.post('/local/clock', { advanceMs: 660_000 });
}

export const dispatchPage = ({ orderId }: OrderView) => `/packages/order/dispatch/dispatch?orderId=${orderId}`;
export const orderPage = ({ orderId }: OrderView) => `/packages/order/order/order?orderId=${orderId}`;
export const progress = ({ orderId }: OrderView) => `/packages/order/progress/progress?orderId=${orderId}`;
export const trail = ({ orderId }: OrderView) => `/packages/order/trail/trail?orderId=${orderId}`;
export const choose = (person: Person, name: string) =>
  person.page.getByRole('checkbox').filter({ visible: true, hasText: name }).first().click();
