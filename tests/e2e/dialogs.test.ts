/**
 * What comes up from the foot of the screen holds the keyboard until it closes: Tab walks through nothing behind it,
 * Escape does what a touch of the grey does, and the keyboard is then where it was before.
 */
import { beginOn, startDemoPhone, stillness, type DemoPhone } from '../../local/testing/demo-phone';
import { openings } from '../../local/testing/openings';
import { find } from '../../local/testing/product';
import { writeAsStranger } from './stranger';

const modal = '[role=dialog][aria-modal=true]';

let phone: DemoPhone;

beforeAll(async () => {
  phone = await startDemoPhone();
}, 180_000);

afterAll(() => phone.close());

const dialog = () => phone.page.locator(modal).filter({ visible: true });

/** What the keyboard is on: in the dialog, on the dialog itself, or elsewhere; and what it is called. */
function focused(): Promise<{ place: 'inside' | 'dialog' | 'outside'; name: string }> {
  return phone.page.evaluate((selector) => {
    const here = document.activeElement;
    const box = here?.closest(selector);
    const name = (here?.getAttribute('aria-label') ?? here?.textContent ?? '').trim();
    return { place: box ? (box === here ? 'dialog' : 'inside') : 'outside', name } as const;
  }, modal);
}

/** Walks once around, and once back. */
async function walk(): Promise<void> {
  const stops: string[] = [];
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let presses = 0; presses < 12; presses += 1) {
      await phone.page.keyboard.press(key);
      const here = await focused();
      expect(here).toMatchObject({ place: 'inside' });
      stops.push(here.name);
    }
  }
  expect(new Set(stops).size).toBeGreaterThan(0);
}

/** Opens it by the key that opens what the keyboard is on. */
async function openByKey(name: string | RegExp): Promise<string> {
  const opener = await find(phone.page, name);
  await opener.focus();
  const { name: before } = await focused();
  await phone.page.keyboard.press('Enter');
  await dialog().first().waitFor();
  await stillness(phone.page);
  return before;
}

async function expectHeld(opener: string | RegExp): Promise<void> {
  const before = await openByKey(opener);
  expect((await focused()).place).not.toBe('outside');
  await walk();
  await phone.page.keyboard.press('Escape');
  await dialog().first().waitFor({ state: 'detached' });
  expect(await focused()).toEqual({ place: 'outside', name: before });
  phone.watch.expectNone();
}

/** Each of them opens one; what else opens at a touch is no dialog. */
const names = [
  ...['hats', 'decline', 'reopen', 'cancel', 'make-private', 'release', 'transfer', 'refuse', 'hide-part'],
  ...['card-code', 'reissue', 'revoke', 'contest', 'keep', 'close', 'erasure', 'answer', 'refuse-undo'],
  ...['refuse-move', 'refuse-grant', 'refuse-handover', 'commendation-approve'],
];
const dialogs = openings.filter(({ name }) => names.includes(name));

test('every name is an opening', () => {
  expect(dialogs.map(({ name }) => name).sort()).toEqual([...names].sort());
});

test.each(dialogs)(
  '$name',
  async (action) => {
    await beginOn(phone.page, phone, action);
    await phone.quiet();
    await expectHeld(action.tap);
  },
  60_000,
);

test('the sheet that asks for a phone number', async () => {
  await writeAsStranger(phone);
  await expectHeld('提交');
}, 60_000);
