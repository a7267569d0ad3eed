/** Two people call one roll on two phones: nobody's marks are overwritten, and what came too late is said (S3-04). */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '@lianxin/local-phone/testing';
import { personWith, startProduct, type Lianxin, type Person } from '../../local/testing/product';
import { saturdayMorning } from '../../local/testing/visits';

jest.setTimeout(60_000);

let product: Lianxin;
let browser: Browser;
let phones: readonly [secretary: Person, committee: Person];
let activityId: string;

const openids = ['branch-secretary-ren', 'branch-committee-hou'] as const;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(saturdayMorning), launchBrowser()]);
  phones = [await personWith(browser, product, openids[0]), await personWith(browser, product, openids[1])];
  const listed = await product.callAs(openids[0], 'activity.list', {});
  if (!listed.ok) throw new Error(listed.code);
  const began = new Date(saturdayMorning).toISOString();
  const called = listed.data.activities.find(({ state, startsAt }) => state === 'open' && startsAt < began);
  activityId = called?.activityId ?? '';
}, 120_000);

afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** One person's line of the roll, and the mark that is touched on it. */
async function mark(page: Page, name: string, state: '到了' | '没来'): Promise<void> {
  const line = page.locator('.person').filter({ hasText: name }).filter({ visible: true }).first();
  await line.getByText(state, { exact: true }).first().click();
}

async function stateOf(name: string): Promise<string | undefined> {
  const view = await product.callAs(openids[0], 'activity.get', { activityId });
  if (!view.ok) throw new Error(view.code);
  return view.data.people.find((one) => one.name === name)?.state;
}

test('marks that cross are kept, another one is named, and a closed roll says what came too late', async () => {
  const [secretary, committee] = phones;
  const address = `/packages/branch/activity/activity?activityId=${activityId}`;
  await secretary.open(address);
  await committee.open(address);
  await mark(secretary.page, '朱晓雯', '没来');
  await mark(committee.page, '韦慧琴', '到了');
  await mark(committee.page, '朱晓雯', '到了');
  await secretary.tap('记下点到');
  await committee.tap('记下点到');
  await committee.sees(/朱晓雯刚被别人点过了，按那边的留着/);
  expect([await stateOf('朱晓雯'), await stateOf('韦慧琴')]).toEqual(['absent', 'present']);

  await committee.open(address);
  await mark(committee.page, '韦慧琴', '没来');
  await secretary.open(address);
  await secretary.tap('点完了');
  await secretary.tap('点完了，请人签字');
  await secretary.sees(/签字/);
  await committee.tap('记下点到');
  await committee.sees(/别人先点完了，您点的韦慧琴没交上，还留在这部手机里/);
  expect(await stateOf('韦慧琴')).toBe('present');
  for (const one of phones) one.noErrors();
});
