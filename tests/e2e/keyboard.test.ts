/** The whole main job by a keyboard alone, from somebody whom nobody knows yet to the rating of their order. */
import { openPhone } from '@lianxin/local-phone/testing';
import { startDemoPhone, stillness, type DemoPhone } from '../../local/testing/demo-phone';

const words = '厨房水龙头关不紧，拧到头还滴';
/** More than any page of the job has. */
const mostKeys = 160;

let phone: DemoPhone;

beforeAll(async () => {
  phone = await startDemoPhone();
  phone.page.setDefaultTimeout(8_000);
}, 180_000);

afterAll(() => phone.close());

interface Focused {
  readonly name: string;
  readonly role: string;
  /** The keyboard's place is to be seen. */
  readonly isMarked: boolean;
}

/** What has the keyboard now, as a screen reader names it. */
function focused(): Promise<Focused | null> {
  return phone.page.evaluate(() => {
    const one = document.activeElement;
    if (!(one instanceof HTMLElement) || one === document.body) return null;
    const typed = one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement;
    const beside = one.parentElement?.querySelector('[class*=placeholder]')?.textContent ?? '';
    const name = one.getAttribute('aria-label') ?? (typed ? `${one.placeholder}${beside}` : (one.textContent ?? ''));
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return {
      name: name.trim(),
      role: one.getAttribute('role') ?? one.tagName,
      isMarked: typed || (outlineStyle !== 'none' && outlineWidth !== '0px'),
    };
  });
}

/** Presses Tab until it is there. @throws Error with what was passed */
async function reach(name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  const fits = (one: string): boolean => (typeof name === 'string' ? one === name : name.test(one));
  for (let keys = 0; keys < mostKeys; keys += 1) {
    await phone.page.keyboard.press('Tab');
    const here = await focused();
    if (here === null) continue;
    expect(here).toMatchObject({ isMarked: true });
    if (fits(here.name)) return;
    passed.push(`${here.role} ${here.name.slice(0, 24)}`);
  }
  throw new Error(`no key leads to ${String(name)}, by way of:\n${[...new Set(passed)].join('\n')}`);
}

async function press(name: string | RegExp, key = 'Enter'): Promise<void> {
  await reach(name);
  await phone.page.keyboard.press(key);
}

async function type(field: RegExp, text: string): Promise<void> {
  await reach(field);
  await phone.page.keyboard.type(text);
}

/** @throws Error with what stands there instead */
async function sees(text: string | RegExp): Promise<void> {
  await phone.sees(text).catch(async () => {
    throw new Error(`no ${String(text)} in: ${(await phone.page.locator('body').innerText()).slice(0, 900)}`);
  });
}

const open = (openid: string, page: string) =>
  openPhone(phone.page, { url: phone.product.url, as: openid, page, fontScale: 1 });

test('S4-01 S2-08 somebody with a card in hand asks for help, and says who they are', async () => {
  await open('visitor', phone.known.card);
  await sees('赵慧敏');
  await press(/点单|办件事|要人帮/);
  await sees('哪方面的事');
  await press('水电维修', ' ');
  await type(/什么事/, words);
  await press('提交');
  await sees('自己填一个');
  await stillness(phone.page);
  await press('自己填一个');
  await sees('就用这个电话');
  await type(/^称呼/, '何桂香');
  await type(/^电话/, '16400000777');
  await stillness(phone.page);
  await press('就用这个电话');
  await stillness(phone.page);
  await press('同意');
  await sees('您点了单');
}, 120_000);

test('S2-08 the grid worker calls the number that nobody proved, and sends somebody who fits', async () => {
  await open('worker-zhao', '/pages/orders/orders');
  await sees(words);
  await press(new RegExp(words));
  await press('打通了');
  await sees('谁去合适');
  await stillness(phone.page);
  await press(/孙立群/, ' ');
  await sees(/^派给孙立群（尾号 \d{4}）$/);
  await press(/^派给孙立群（尾号 \d{4}）$/);
  await sees(/^派给了孙立群/);
}, 120_000);

test('S2-12 S2-13 the member accepts, and says how it was done', async () => {
  await open('member-sun', '/pages/orders/orders');
  await sees(words);
  await press(new RegExp(words));
  await press('我去');
  await press('办好了，结单');
  await press('写下怎么办的', ' ');
  await type(/哪天去的/, '今天上午去的，换了垫圈');
  await press('交上去，请居民点头');
  await sees('等居民点头');
}, 120_000);

test('S2-14 whoever asked nods, and rates; arrows turn no page behind it', async () => {
  await open('visitor', '/pages/orders/orders');
  await sees(words);
  await press(new RegExp(words));
  await press('办好了');
  await sees('愿意的话，打个分');
  await press('5 分', ' ');
  await press('打完分');
  await sees('您打的分');
  phone.watch.expectNone();
}, 120_000);

test('a list turns its pages by arrows, and a sheet closes by Escape', async () => {
  const { page } = phone;
  await open('branch-secretary-ren', '/packages/branch/activities/activities');
  await sees('第 1 页');
  await page.keyboard.press('ArrowRight');
  await sees('第 2 页');
  await page.keyboard.press('ArrowLeft');
  await sees('第 1 页');
}, 60_000);
