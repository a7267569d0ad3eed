/** Pictures of the gallery are the same whenever they are taken, and README's show nothing that the product hides. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startCloud } from '@lianxin/local-cloud';
import { thisMachine } from '@lianxin/local-phone/testing';
import { manifest } from '../../cloudfunctions/core/schema';
import type { Order } from '../../cloudfunctions/core/order/document/order';
import { demoDataFolder } from '../../local/testing/data-folder';
import { startDemoPhone, visitNamed, type DemoPhone } from '../../local/testing/demo-phone';
import { saturdayMorning } from '../../local/testing/visits';
import { differingPixels } from '../../tools/gallery/compare';
import { keptFolder, readPicture } from '../../tools/gallery/kept';
import { galleryLooks } from '../../tools/gallery/looks';
import { readmePictures } from '../../tools/gallery/readme';
import { takeVisit } from '../../tools/gallery/take';

jest.setTimeout(240_000);

/** Pages that change rarely: what is kept of them was made by the same browser, fonts and encoder, or none was. */
const compared = ['restart', 'setup-claim', 'register', 'check-slip'] as const;

let phone: DemoPhone;
beforeAll(async () => {
  phone = await startDemoPhone();
}, 180_000);
afterAll(() => phone.close());

/** Another browser has other fonts, and is not compared. */
function isPinnedBrowser(): boolean {
  const { platform, architecture, chromePath } = thisMachine();
  return !chromePath && platform === 'linux' && architecture === 'x64';
}

test('a picture taken anew differs from the kept one in no pixel, and another page in many', async () => {
  const encoder = await phone.browser.newPage();
  const differing: Record<string, number> = {};
  for (const name of compared)
    for (const { look, kept } of await takeVisit(phone, encoder, visitNamed(name))) {
      const before = readPicture(keptFolder, `${name}/${look.name}`);
      if (before) differing[`${name}/${look.name}`] = differingPixels(before, kept);
    }
  expect(Object.keys(differing)).toHaveLength(compared.length * galleryLooks.length);
  // After a wanted change: npm run gallery -- <visit>, look at it, npm run gallery -- --accept <visit>.
  const found = Object.entries(differing).filter(([, pixels]) => pixels > 0);
  expect(isPinnedBrowser() ? found : []).toEqual([]);

  const [first] = await takeVisit(phone, encoder, visitNamed('restart'));
  const [second] = await takeVisit(phone, encoder, visitNamed('check-slip'));
  expect(first && second && differingPixels(first.kept, second.kept)).toBeGreaterThan(100);
  expect(first && differingPixels(first.kept, first.kept)).toBe(0);
});

/** The words of all private orders of the demo. */
async function privateWords(): Promise<readonly string[]> {
  const dataFolder = await demoDataFolder({ now: saturdayMorning, scale: 1 });
  const functionsFolder = mkdtempSync(path.join(os.tmpdir(), 'no-functions-'));
  const cloud = await startCloud({ functionsFolder, dataFolder, port: 0, automaticTimers: false, manifest });
  try {
    const orders = cloud.database.browse('orders', { limit: 20_000 }) as Order[];
    return orders.filter((order) => order.private).map(({ words }) => words);
  } finally {
    await cloud.close();
    for (const folder of [dataFolder, functionsFolder]) rmSync(folder, { recursive: true, force: true });
  }
}

test('no page of README’s pictures shows the words of a private order', async () => {
  const hidden = await privateWords();
  expect(hidden.length).toBeGreaterThan(3);
  for (const { visit } of readmePictures) {
    await phone.open(visitNamed(visit));
    const text = await phone.page.locator('.phone-screen').innerText();
    expect(text.length).toBeGreaterThan(20);
    expect([visit, hidden.filter((words) => words.length > 1 && text.includes(words))]).toEqual([visit, []]);
  }
});
