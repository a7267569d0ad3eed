import { join } from 'node:path';
import { packageFolder } from '../../compiler/package-folder';
import { animationsEnd, byId } from '../support/inspect';
import { openTestPage, startTestApp, type TestApp } from '../support/test-app';
import { begin } from '../support/tasks';
import type { Page } from 'playwright-core';

let phone: TestApp;

beforeAll(async () => {
  phone = await startTestApp();
}, 60_000);
afterAll(() => phone.close());

interface Violation {
  readonly id: string;
  readonly nodes: { html: string; failureSummary?: string }[];
}

interface Axe {
  run(root: Document, options: object): Promise<{ violations: Violation[] }>;
}

/** What axe-core finds wrong on the screen, in words; nothing is left out. */
async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: join(packageFolder('axe-core'), 'axe.min.js') });
  const found = await page.evaluate(
    async () =>
      (await (globalThis as unknown as { axe: Axe }).axe.run(document, { resultTypes: ['violations'] })).violations,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

test.each(['content', 'scrolls', 'fields', 'form', 'pickers', 'map', 'drawing', 'meta', 'target', 'apis'])(
  'page %s has no violation',
  async (name) => {
    const { page } = await openTestPage(phone, name);
    await animationsEnd(page);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  },
);

const layers: Record<string, (wx: WechatMiniprogram.Wx) => unknown> = {
  modal: (wx) => wx.showModal({ title: '派给他', content: '两个人', editable: false }),
  question: (wx) => wx.showModal({ title: '为什么', editable: true, placeholderText: '写一句' }),
  sheet: (wx) => wx.showActionSheet({ itemList: ['打电话', '派单'], alertText: '怎么办' }),
  toast: (wx) => wx.showToast({ title: '好了', duration: 5000 }),
  subscribe: (wx) => wx.requestSubscribeMessage({ tmplIds: ['T1', 'T2'] }),
  scan: (wx) => wx.scanCode({}),
  call: (wx) => wx.makePhoneCall({ phoneNumber: '110' }),
  place: (wx) => wx.openLocation({ latitude: 37.87, longitude: 112.55, name: '驿站', address: '义井街' }),
  settings: (wx) => wx.openSetting(),
  preview: (wx) => wx.previewImage({ urls: ['/images/wide.png', '/images/tall.png'] }),
};

test.each(Object.entries(layers))('the layer %s has no violation', async (_name, task) => {
  const { page } = await openTestPage(phone, 'apis');
  await begin(page, task);
  await page.locator('.phone-overlay > *').first().waitFor();
  await animationsEnd(page);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test('the sheet of a picker has no violation', async () => {
  const { page } = await openTestPage(phone, 'pickers');
  await byId(page, 'date').click();
  await animationsEnd(page);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
