/** The panel beside the phone says what the app says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, newPhonePage, startPhone, watchErrors } from '@lianxin/local-phone/testing';
import { panel } from '../../../local/demo/panel';
import { hats } from '../../../miniprogram/contracts/hat';
import { hatName } from '../../../miniprogram/text/person/hats';

jest.setTimeout(60_000);

const root = join(__dirname, '..', '..', '..');

test('every hat has the name that the app gives it, and elder mode the name of its switch', async () => {
  const personas = hats.map((hat) => ({ openid: hat, name: hat, hats: [hat], communityId: 'one' }));
  const answers: Record<string, unknown> = {
    '/local/personas': personas,
    '/local/functions/api': { ok: true, data: { elder: false } },
  };
  const [browser, phone] = await Promise.all([
    launchBrowser(),
    startPhone({ appFolder: join(root, 'local', 'phone', 'examples', 'notes'), panel }, (request, response) => {
      const answer = answers[new URL(request.url ?? '/', 'http://cloud').pathname];
      request.resume();
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? []));
    }),
  ]);
  const page = await newPhonePage(browser, { viewport: { width: 1100, height: 900 } });
  const errors = watchErrors(page);
  await page.goto(phone.url);
  const options = page.getByLabel('这台手机是谁的').locator('option');
  await options.first().waitFor({ state: 'attached' });
  expect(await options.allTextContents()).toEqual(hats.map((hat) => `${hat} · ${hatName(hat)}`));
  const label = /label="([^"]+)" bind:change="switchElder"/.exec(
    readFileSync(join(root, 'miniprogram/pages/me/me.wxml'), 'utf8'),
  )?.[1];
  await page.getByRole('switch', { name: label ?? 'missing', exact: true }).waitFor();
  errors.expectNone();
  await browser.close();
  await phone.close();
});
