/** The example app, started by the command of the README. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, newPhonePage, openPhone, watchErrors } from '../../testing';
import { scratchFolder } from '../support/app-folder';
import { runPhone } from '../support/command';

jest.setTimeout(60_000);

const packageFolder = join(__dirname, '..', '..');
const repository = join(packageFolder, '..', '..');

/** What `npm run phone` runs, with the options of the first one in the README. */
function readCommand(): readonly string[] {
  const readme = readFileSync(join(packageFolder, 'README.md'), 'utf8');
  const options = /^npm run phone -- (.+)$/m.exec(readme)?.[1] ?? '';
  const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { scripts: { phone: string } };
  const [, ...script] = manifest.scripts.phone.split(' ');
  return [...script, ...options.replace(/--port \d+/, '--port 0').split(' ')];
}

test('a note is written, survives a reload and is removed; a call without a cloud fails', async () => {
  const outFolder = scratchFolder('example');
  const phone = await runPhone([...readCommand(), '--out', outFolder], repository);
  expect(phone.url).not.toBe('');
  const browser = await launchBrowser();
  const page = await newPhonePage(browser);
  const errors = watchErrors(page, [/502 \(Bad Gateway\)/]);
  await openPhone(page, { url: phone.url, as: 'somebody' });
  await page.getByText('还没有记事').waitFor();
  await page.getByRole('button', { name: '写一条' }).click();
  await page.getByRole('textbox', { name: '内容' }).fill('买灯泡');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('买灯泡').waitFor();
  await openPhone(page, { url: phone.url, as: 'somebody', page: '/pages/notes/notes' });
  await page.getByRole('button', { name: '删除：买灯泡' }).click();
  await page.getByText('还没有记事').waitFor();
  await page.getByRole('tab', { name: '云' }).click();
  await page.getByRole('button', { name: '调用云函数 hello' }).click();
  await page.getByText('cloud.callFunction:fail').waitFor();
  errors.expectNone();
  await browser.close();
  await phone.stop();
  rmSync(outFolder, { recursive: true, force: true });
});
