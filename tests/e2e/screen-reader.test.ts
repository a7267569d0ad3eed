/**
 * What a screen reader says on each page of the main job, in its order: Chromium's accessibility tree against a list
 * that people read, `screen-reader.txt`. `LIANXIN_LISTS=write` writes the list anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startDemoPhone, visitNamed, type DemoPhone } from '../../local/testing/demo-phone';

/** From a card in the hand to the line in the book. */
const pages = [
  ...['card', 'home-resident', 'new-order', 'progress-dispatched', 'home-grid', 'orders-grid', 'dispatch'],
  ...['home-member', 'order-offered', 'order-working', 'progress-completed', 'passbook'],
];
const list = path.join(__dirname, 'screen-reader.txt');

let phone: DemoPhone;

beforeAll(async () => {
  phone = await startDemoPhone();
}, 180_000);

afterAll(() => phone.close());

/** An order's number and a book's check code are drawn anew with each demo, and time passes while pages are read. */
const settled = (line: string): string =>
  line
    .replace(/\b\d{4}-\d{6}\b/g, '0000-000000')
    .replace(/\b[0-9A-F]{4}-[0-9A-F]{4}\b/g, 'XXXX-XXXX')
    .replace(/\d+ (分钟|小时)/g, '几 $1');

/** Role and name of what is said, a line each, in the order in which it is said. */
async function said(): Promise<string[]> {
  const tree = await phone.page.locator('.page-frame').filter({ visible: true }).last().ariaSnapshot();
  return tree.split('\n').map(settled);
}

test('each page of the main job is read out as the list says', async () => {
  const found: string[] = [];
  for (const name of pages) {
    await phone.open(visitNamed(name));
    await phone.quiet();
    found.push(`# ${name}`, ...(await said()), '');
  }
  const text = found.join('\n');
  if (process.env['LIANXIN_LISTS'] === 'write') writeFileSync(list, text);
  expect(text).toBe(readFileSync(list, 'utf8'));
}, 120_000);

test('nothing that is operated is without a name, and no name is said twice in a row', async () => {
  const faults: string[] = [];
  for (const name of pages) {
    await phone.open(visitNamed(name));
    const lines = (await said()).map((line) => line.trim());
    for (const [index, line] of lines.entries()) {
      if (/^- (button|radio|checkbox|switch|tab|link|textbox)(?:$|:$| \[)/.test(line)) faults.push(`${name}: ${line}`);
      if (/^- (button|link)/.test(line) && line === lines[index - 1]) faults.push(`${name}: twice ${line}`);
    }
  }
  expect(faults).toEqual([]);
}, 120_000);
