/**
 * README's way from an empty environment to the first closed order, with the lists that it names, by tapping and typing
 * alone: each as the WeChat user that README names.
 */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '@lianxin/local-phone/testing';
import { personWith, startEmptyProduct, type Lianxin, type Person } from '../../local/testing/product';

jest.setTimeout(300_000);

const lists = path.resolve(__dirname, '../../local/demo/lists');
const words = '厨房水龙头关不紧，一直滴水';

let product: Lianxin;
let code: string;
let browser: Browser;
const people = new Map<string, Person>();

beforeAll(async () => {
  const [started, launched] = await Promise.all([startEmptyProduct('2026-11-23T10:00:00+08:00'), launchBrowser()]);
  ({ product, code } = started);
  browser = launched;
}, 120_000);
afterEach(() => {
  for (const person of people.values()) person.noErrors();
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function as(openid: string, page = '/pages/home/home'): Promise<Person> {
  const person = people.get(openid) ?? (await personWith(browser, product, openid));
  people.set(openid, person);
  await person.open(page);
  return person;
}

const fields = ({ page }: Person) => page.locator('input').filter({ visible: true });

/** WeChat asks once on each phone before a page takes something personal. */
async function agree({ page }: Person): Promise<void> {
  await page.getByText('同意', { exact: true }).filter({ visible: true }).first().click();
}

async function bring(person: Person, kind: string, file: string, count: number): Promise<void> {
  await person.open('/packages/office/imports/imports');
  await person.tap(kind);
  const chosen = person.page.waitForEvent('filechooser');
  await person.tap('选一个文件');
  // The places come first: later files are chosen on a phone that was asked already.
  if (file === 'places.csv') await agree(person);
  await (await chosen).setFiles(path.join(lists, file));
  await person.tap(new RegExp(`^把 ${count} 行写进去$`));
  await person.sees('写完了');
}

/** Somebody of a list is known by their number. */
async function register(openid: string): Promise<Person> {
  const person = await as(openid, '/pages/me/me');
  await person.tap(/^名册里有我/);
  await person.tap('用微信手机号');
  await agree(person);
  await person.tap('允许');
  await person.sees(/，认得您了/);
  return person;
}

test('an office opens its community, and brings its lists', async () => {
  const administrator = await as('fresh-1', '/packages/setup/claim/claim');
  const answers = [
    ...[code, '柳巷社区', '兴华街道', '0351-5550001', '柳巷 1 号', '周一至周五 8:30–17:30'],
    ...['值班室', '0351-5550002', '范志远', '16400001001'],
  ];
  for (const [index, answer] of answers.entries()) await fields(administrator).nth(index).fill(answer);
  await administrator.tap('开通这个社区');
  await administrator.sees('做到哪儿都能停');
  await bring(administrator, '地方', 'places.csv', 5);
  await bring(administrator, '居民', 'residents.csv', 4);
  await bring(administrator, '报到党员', 'members.csv', 2);
  await bring(administrator, '网格员、街巷长、楼院长', 'posts.csv', 2);
  await administrator.open('/packages/setup/progress/progress');
  await administrator.sees('7 步做好了 5 步，做到哪儿都能停');
  await administrator.tap(/^书记用上了微信/);
  await administrator.tap('书记');
  await fields(administrator).first().fill('秦月华');
  await administrator.tap('找');
  await administrator.tap(/^秦月华/);
  await administrator.sees('秦月华 担着');
});

test('whoever has a post comes by the number of the list, and the administrator confirms who it is', async () => {
  const secretary = await register('fresh-5');
  const worker = await register('fresh-2');
  await register('fresh-4');
  const administrator = await as('fresh-1', '/pages/me/me');
  await administrator.tap(/^谁要改名字、号码/);
  const confirmations = administrator.page.getByText('是本人', { exact: true }).filter({ visible: true });
  for (const last of [1, 0]) {
    await confirmations.first().click();
    await confirmations.nth(last).waitFor({ state: 'detached' });
  }
  await administrator.sees('没有等着看的');
  await administrator.open('/packages/setup/progress/progress');
  await administrator.sees('7 步做好了 6 步，做到哪儿都能停');
  await secretary.open('/pages/home/home');
  await secretary.sees('今天要您定的');
  await worker.open('/pages/home/home');
  await worker.sees('记一张电话点单');
});

test('a card leads a resident to her grid worker, and her first order is closed', async () => {
  const administrator = await as('fresh-1', '/packages/setup/progress/progress');
  await administrator.tap(/^连心卡/);
  await administrator.tap('选哪个院、哪一户');
  for (const place of ['红色网格', '东片区', '柳巷', '柳巷12号院', '1户', '发这张卡']) await administrator.tap(place);
  await administrator.sees('柳巷12号院 1户的卡发好了');
  // A card follows whoever was given the post with the timer's next run.
  await product.post('/local/clock', { advanceMs: 660_000 });

  const resident = await as('fresh-3');
  await resident.tap('扫连心卡');
  await resident.tap('柳巷12号院 1户');
  await resident.sees('赵慧敏');
  await resident.tap(/我要点单$/);
  await resident.tap('水电维修');
  await resident.page.locator('textarea').first().fill(words);
  await resident.tap('提交');
  await resident.tap('用微信上的手机号');
  await agree(resident);
  await resident.tap('允许');
  await resident.sees(/^最晚 .* 派人$/);

  const worker = await as('fresh-2', '/pages/orders/orders');
  await worker.tap(words);
  await worker.tap(/^孙立群/);
  await worker.tap('派给孙立群');
  await worker.sees('派给了孙立群');

  const member = await as('fresh-4');
  await member.tap('我去');
  await resident.open('/pages/home/home');
  await resident.tap('看进展');
  await resident.sees('您的四位码');
  const finishCode = await resident.page
    .getByText(/^\d{4}$/)
    .filter({ visible: true })
    .first()
    .innerText();
  await member.tap('办好了，结单');
  await member.tap(/四位码/);
  await fields(member).first().fill(finishCode);
  await member.tap('交上去，请居民点头');
  await member.sees('等居民点头');

  await resident.open('/pages/home/home');
  await resident.tap('去点头');
  await resident.tap('办好了');
  await resident.tap('5 分');
  await resident.tap('打完分');
  await resident.sees('您打的分');
  const mine = await product.callAs('fresh-3', 'order.listMine', { state: 'closed' });
  expect(mine).toMatchObject({ ok: true, data: { orders: [{ title: words, status: 'closed' }] } });
  const book = await product.callAs('fresh-4', 'passbook.get', { unit: 'service' });
  expect(book).toMatchObject({ ok: true, data: { balance: 2 } });
});
