/** The product's own mini-program in the phone, as small as a production build makes it. */
import { join } from 'node:path';
import { launchBrowser, newPhonePage, openPhone, startPhone, watchErrors } from '@lianxin/local-phone/testing';

jest.setTimeout(60_000);

test('every tab of the mini-program starts without an error, also where the cloud refuses every call', async () => {
  const [browser, phone] = await Promise.all([
    launchBrowser(),
    startPhone(
      { appFolder: join(__dirname, '..', '..', '..', 'miniprogram'), production: true, strict: true },
      (request, response) => {
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ ok: false, code: 'INTERNAL', requestId: 'r' }));
        request.resume();
      },
    ),
  ]);
  const page = await newPhonePage(browser);
  const watch = watchErrors(page);
  await openPhone(page, { url: phone.url, as: 'nobody' });
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
  }
  watch.expectNone();
  await browser.close();
  await phone.close();
});
