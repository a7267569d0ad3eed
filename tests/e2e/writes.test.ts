/**
 * Every page that writes, with the network cut and slowed: it says that nothing went out, what was entered stays, the
 * same touch sends it once the network is back, and a second touch meanwhile sends nothing more.
 */
import type { Locator, Page, Route } from 'playwright-core';
import { newPhonePage, watchErrors } from '@lianxin/local-phone/testing';
import { beginOn, startDemoPhone, visitNamed, type DemoPhone } from '../../local/testing/demo-phone';
import { find } from '../../local/testing/product';
import { writes, type Write } from '../../local/testing/writes';
import { nothingKnown } from '../../local/testing/visit';
import { saturdayMorning } from '../../local/testing/visits';
import { writingPages } from '../../local/testing/writing-pages';

let phone: DemoPhone;

beforeAll(async () => {
  phone = await startDemoPhone();
}, 180_000);

afterAll(() => phone.close());

/** How long the cloud takes in a slow network. */
const slowMs = 900;

const setNetwork = (on: Page, network: 'on' | 'off'): Promise<void> =>
  on.evaluate((next) => {
    (globalThis as unknown as { __lianxin: { changeSettings(change: object): void } }).__lianxin.changeSettings({
      network: next,
    });
  }, network);

/** What stands in the fields, and what is chosen. */
function entered(on: Page): Promise<{ readonly written: string[]; readonly chosen: string[] }> {
  return on.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLInputElement>('.page-view input, .page-view textarea')];
    const chosen = [...document.querySelectorAll('.page-view [aria-checked=true]')];
    return {
      written: shown.filter((one) => one.checkVisibility()).map(({ value }) => value),
      chosen: chosen.filter((one) => one.checkVisibility()).map(({ textContent }) => textContent ?? ''),
    };
  });
}

const drawn = (on: Page): Promise<string> => on.evaluate(() => document.body.innerHTML);

/** The cloud takes its time and then has a fault, so that no page changes what the next one needs. */
async function slowCloud(on: Page, { sends }: Write): Promise<unknown[]> {
  const sent: unknown[] = [];
  await on.route('**/local/functions/*', async (route: Route) => {
    const { name, input } = route.request().postDataJSON() as { name: string; input: unknown };
    if (name !== sends) return route.continue();
    sent.push(input);
    await new Promise((later) => setTimeout(later, slowMs));
    return route.fulfill({ json: { ok: false, code: 'INTERNAL', requestId: 'slow' } });
  });
  return sent;
}

const says = (on: Page, words: RegExp) => on.getByText(words).filter({ visible: true }).first().waitFor();

/** Where a button stands once the page has settled: what told of the lost network goes, and the page moves up. */
async function standingBox(on: Page, button: Locator) {
  let last = '';
  for (let same = 0; same < 3;) {
    await on.waitForTimeout(100);
    const now = JSON.stringify(await button.boundingBox());
    same = now === last ? same + 1 : 0;
    last = now;
  }
  const box = await button.boundingBox();
  if (box === null) throw new Error('the button is not to be seen');
  return box;
}

async function cutAndSlowed(on: Page, write: Write): Promise<void> {
  await beginOn(on, phone, write);
  const sent = await slowCloud(on, write);
  await on.waitForTimeout(200);
  const before = await entered(on);
  await setNetwork(on, 'off');
  await (await find(on, write.tap)).click();
  if (write.asksConsent === true) await (await find(on, '同意')).click();
  await says(on, write.unsent ?? /网不通/);
  expect(await entered(on)).toEqual(before);
  await setNetwork(on, 'on');
  await on.waitForTimeout(300);
  expect(await entered(on)).toEqual(before);
  expect(sent).toEqual([]);
  const button = await find(on, write.tap);
  await button.scrollIntoViewIfNeeded();
  const box = await standingBox(on, button);
  const standing = await drawn(on);
  // the same place twice, as a finger does it
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await on.mouse.click(x, y);
  await on.mouse.click(x, y);
  await on.waitForTimeout(100);
  const answersAtOnce = (await drawn(on)) !== standing;
  await says(on, write.unsent ?? /出了点问题/);
  expect(sent).toHaveLength(1);
  expect(await entered(on)).toEqual(before);
  expect({ answersAtOnce }).toEqual({ answersAtOnce: true });
}

/** What no row of a table can enter in the demo, and what holds it instead. */
const apart: Readonly<Record<string, string>> = {
  'packages/resident/messages/messages': 'marks as read what is shown, and nobody enters anything',
  'packages/grid/card-tasks/card-tasks': 'no card of the demo is printed and waits; its sheet is that of the signs',
  'packages/grid/portrait/portrait': 'a picture is chosen: photos.test.ts',
  'packages/branch/sign-in/sign-in': 'a code is scanned: tests/miniprogram/sign-in.test.ts',
  'packages/branch/walk-ins/walk-ins': 'nobody waits in the demo: tests/miniprogram/walk-ins.test.ts',
  'packages/passbook/alarms/alarms': 'the books of the demo are sound',
  'packages/desk/changes/changes': 'nobody of the demo asks for a change: tests/miniprogram/deciding.test.ts',
  'packages/community/findings/findings': 'nothing is vacant in the demo',
  'packages/order/redact/redact': 'drawn with a finger: photos.test.ts',
  'packages/grid/dispatch-together/dispatch-together':
    'several at once: wide.test.ts, tests/miniprogram/dispatch-together.test.ts',
  'packages/enrolment/members/members': 'several at once: tests/miniprogram/people-together.test.ts',
  'packages/review/reviews/reviews': 'one draft at most waits in the demo: tests/miniprogram/selection.test.ts',
  'packages/desk/search/search': 'several at once, each answered by itself: tests/miniprogram/selection.test.ts',
  'packages/office/imports/imports': 'a file is chosen: community.test.ts',
  'packages/setup/claim/claim': 'an environment that nobody has set up: first-use.test.ts',
  'packages/setup/register/register': 'WeChat’s own sheet gives the number: first-order.test.ts',
};

test('every page that writes has a row', () => {
  const covered = writes.map(({ visit }) => visitNamed(visit).address(nothingKnown).slice(1).split('?')[0] ?? '');
  const missing = writingPages().filter((page) => !covered.includes(page) && !(page in apart));
  expect(missing).toEqual([]);
  expect(Object.keys(apart).filter((page) => covered.includes(page) || !writingPages().includes(page))).toEqual([]);
});

/** Most of it is waiting. */
const phonesAtATime = 8;

test('what was entered outlives a lost network and goes out once in a slow one', async () => {
  const only = process.env['ONLY']?.split(',');
  const left = writes.filter(({ name }) => only === undefined || only.includes(name));
  const failures: string[] = [];
  const work = async (): Promise<void> => {
    const on = await newPhonePage(phone.browser);
    await on.clock.setFixedTime(new Date(saturdayMorning));
    on.setDefaultTimeout(8_000);
    const errors = watchErrors(on);
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const { name } = next;
      await cutAndSlowed(on, next).catch((error: unknown) => failures.push(`${name}: ${String(error).slice(0, 600)}`));
      await on.unroute('**/local/functions/*');
      await setNetwork(on, 'on');
      await on.evaluate(() => localStorage.clear());
    }
    errors.expectNone();
    await on.context().close();
  };
  await Promise.all(Array.from({ length: phonesAtATime }, work));
  expect(failures).toEqual([]);
}, 300_000);
