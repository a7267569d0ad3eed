/**
 * Pages are measured in one visit that takes every look in place: this holds that they are then as if they had been
 * opened so.
 */
import { openPhone, phoneSize, type PhoneAddress } from '@lianxin/local-phone/testing';
import { startDemoPhone, visitNamed, type DemoPhone } from '../../local/testing/demo-phone';
import { switchElder } from '../../local/testing/product';
import { takeLook } from '../../local/testing/screen';
import { variants } from '../../local/testing/variants';

let phone: DemoPhone;

beforeAll(async () => {
  phone = await startDemoPhone();
}, 180_000);

afterAll(() => phone.close());

/** Every text with its place, as far as it is drawn. */
function drawn(): Promise<string[]> {
  return phone.page.evaluate(() => {
    const lines: string[] = [];
    const walker = document.createTreeWalker(document.querySelector('.phone-pages')!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { x, y, width, height } of range.getClientRects())
        lines.push(`${node.textContent} at ${[x, y, width, height].map(Math.round).join(' ')}`);
    }
    return lines;
  });
}

test.each(['home-resident', 'card', 'order-working', 'activity', 'passbook'])(
  '%s',
  async (name) => {
    const visit = visitNamed(name);
    const { page, product, known, sees } = phone;
    const variant = variants.find((one) => one.name === '320 elder 1.65')!;
    const address: PhoneAddress = { url: product.url, as: visit.openid, page: visit.address(known) };
    await page.setViewportSize(phoneSize);
    await phone.open(visit);
    await phone.quiet();
    await takeLook(page, variant);
    const inPlace = await drawn();
    await page.setViewportSize(variant);
    await switchElder(page, product, visit.openid, true);
    await openPhone(page, { ...address, fontScale: variant.fontScale });
    await sees(visit.says);
    await phone.quiet();
    expect(inPlace.length).toBeGreaterThan(5);
    expect(await drawn()).toEqual(inPlace);
    await openPhone(page, { ...address, fontScale: 1 });
    await switchElder(page, product, visit.openid, false);
  },
  300_000,
);
