/** What nobody is left without on a first screen: something to do, and a bar that nothing slides beneath. */
import { startDemoPhone, visitNamed, type DemoPhone } from '../../local/testing/demo-phone';

let phone: DemoPhone;

beforeAll(async () => {
  phone = await startDemoPhone();
  phone.page.setDefaultTimeout(8_000);
}, 180_000);

afterAll(() => phone.close());

const homes = [
  ...['visitor', 'resident', 'member', 'grid', 'desk', 'branch', 'administrator', 'courier', 'keeper', 'instructor'],
  ...['lane', 'head', 'employer'],
].map((hat) => `home-${hat}`);

/** What can be touched on the page in front, without the phone's own bars. */
const offered = (): Promise<number> =>
  phone.page.locator('.page-view').getByRole('button').filter({ visible: true }).count();

test.each(homes)(
  '%s offers what its hat can do, and scrolled it keeps its bar',
  async (name) => {
    await phone.open(visitNamed(name));
    expect(await offered()).toBeGreaterThan(0);
    const { page } = phone;
    await page.setViewportSize({ width: 320, height: 480 });
    await page.mouse.move(160, 300);
    await page.mouse.wheel(0, 160);
    await page.waitForTimeout(150);
    const box = await page.getByRole('button', { name: '更多' }).filter({ visible: true }).boundingBox();
    if (box === null) throw new Error('the capsule is not to be seen');
    // beside the capsule stands the bar, never what was scrolled
    const beside = await page.evaluate(
      ({ x, y, height }) =>
        document.elementFromPoint(x - 24, y + height / 2)?.closest('.page-view [role=button], .page-view [class*=card]')
          ?.textContent ?? '',
      box,
    );
    await page.setViewportSize({ width: 375, height: 812 });
    expect(beside).toBe('');
  },
  40_000,
);

test('a resident without a book is told how one begins, and led on', async () => {
  await phone.open(visitNamed('passbook-none'));
  await phone.tap('去首页看看');
  await phone.sees('赵慧敏');
}, 40_000);
