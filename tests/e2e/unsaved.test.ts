/**
 * What was typed and not submitted is asked about before the page's way back is taken (no: it is still there), and on
 * pages with a draft it is there when they are opened again.
 */
import { openPhone } from '@lianxin/local-phone/testing';
import { routeOf, startDemoPhone, visitNamed, type DemoPhone } from '../../local/testing/demo-phone';
import { find } from '../../local/testing/product';

const question = '写的还没交上去，走开就没了。要走吗？';

let phone: DemoPhone;

beforeAll(async () => {
  phone = await startDemoPhone();
}, 180_000);

afterAll(() => phone.close());

interface Typing {
  readonly visit: string;
  /** Touches that open the form. */
  readonly before?: readonly (string | RegExp)[];
  readonly field: string;
}

/** One of each kind of form that asks. */
const asking: readonly Typing[] = [
  { visit: 'teams', before: [/^水电小分队/], field: '比如水电小分队' },
  { visit: 'hazard', field: '说一句，不写也行' },
  { visit: 'categories', before: [/^孩子入学/], field: '写一句' },
  { visit: 'policy', before: ['改 办好后多少天没回话就结单'], field: '写一句' },
  { visit: 'move', field: '和身份证上一样' },
  { visit: 'dispatch', before: [/马晓雯/], field: '捎句话，不写也行' },
  { visit: 'order-working', before: ['办好了，结单', '写下怎么办的'], field: '哪天去的' },
  { visit: 'help-member', before: ['记一次走访'], field: '讲了哪些政策' },
  { visit: 'branches', before: ['新建一个支部'], field: '写支部的全名' },
  { visit: 'grant', field: '事由，至少十个字' },
  { visit: 'identity', field: '不改就空着' },
  { visit: 'activities', before: ['排一次活动'], field: '比如党群活动室' },
];

const words = '写了一半的话';

interface Phone {
  readonly wx: { navigateTo(to: { url: string }): void };
}

/** Opens the page over another, so that it has a way back, and makes the touches that open its form. */
async function openOver({ visit, before = [] }: Typing): Promise<void> {
  const { openid, address, says } = visitNamed(visit);
  await openPhone(phone.page, { url: phone.product.url, as: openid, page: '/pages/me/me', fontScale: 1 });
  await phone.sees('长辈版');
  await phone.page.evaluate((url) => (globalThis as unknown as Phone).wx.navigateTo({ url }), address(phone.known));
  await phone.sees(says);
  for (const step of before) await (await find(phone.page, step)).click();
}

const field = (placeholder: string) => phone.page.getByPlaceholder(placeholder).filter({ visible: true }).first();
const back = () => phone.page.getByRole('button', { name: '返回', exact: true }).click();
const answer = (name: '取消' | '确定') => phone.page.getByRole('button', { name, exact: true }).click();

test.each(asking)(
  '$visit asks before it loses what was typed: no, and it is still there; yes, and it is left',
  async (typing) => {
    await openOver(typing);
    const route = await routeOf(phone.page);
    await field(typing.field).fill(words);
    await back();
    await phone.sees(question);
    await answer('取消');
    expect(await routeOf(phone.page)).toBe(route);
    expect(await field(typing.field).inputValue()).toContain(words.slice(0, 4));
    await back();
    await phone.sees(question);
    await answer('确定');
    await phone.sees('长辈版');
    phone.watch.expectNone();
  },
  60_000,
);

test('what was emptied again is not asked about, nor a page on which nothing was typed', async () => {
  const typing: Typing = { visit: 'hazard', field: '说一句，不写也行' };
  await openOver(typing);
  await field(typing.field).fill(words);
  await field(typing.field).fill('');
  await back();
  await phone.sees('长辈版');
  await openOver(typing);
  await back();
  await phone.sees('长辈版');
}, 60_000);

test('a page with a draft asks nothing, and has it when it is opened again', async () => {
  const typing: Typing = { visit: 'intake', field: '怎么称呼' };
  await openOver(typing);
  await field(typing.field).fill('何桂香');
  await back();
  await phone.sees('长辈版');
  await openOver(typing);
  expect(await field(typing.field).inputValue()).toBe('何桂香');
}, 60_000);
