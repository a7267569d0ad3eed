/** What is entered is kept as a draft, or asked about before the page is left: on every page that has a field. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { everyRoute } from '../../local/testing/every-route';
import { submitTo } from '../../miniprogram/page/submit';
import { noteGone, noteMarked, noteTyped, savingOf } from '../../miniprogram/page/unsaved';
import { miniprogramFolder as root } from '../support/simulate';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** The components that a template uses, and theirs. */
function withComponents(unit: string, found: Set<string> = new Set()): Set<string> {
  if (found.has(unit)) return found;
  found.add(unit);
  const { usingComponents = {} } = JSON.parse(read(`${unit}.json`)) as { usingComponents?: Record<string, string> };
  for (const target of Object.values(usingComponents))
    withComponents(target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(unit), target), found);
  return found;
}

const fieldTags = (unit: string): string[] => read(`${unit}.wxml`).match(/<form-(?:input|text)\b[^>]*\/>/g) ?? [];
/** A sheet that closes takes its field with it, and with that the question. */
const sheet = 'components/form/sheet/sheet';
const isKept = (tag: string): boolean => /\bkept\b/.test(tag);

/** Drafts: what the page writes down while somebody enters it. */
const drafts: Readonly<Record<string, string>> = {
  'packages/resident/new-order/new-order': 'cacheDraft',
  'packages/grid/intake/intake': 'cacheIntake',
  'packages/branch/activity/activity': 'keepRollDraft',
};

/** Sources in the folder of a unit and those of page/ that it names: who sends. */
function sourceOf(unit: string): string {
  const folder = path.posix.dirname(unit);
  return readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(`${folder}/${name}`))
    .join('\n');
}

describe('every page with a field', () => {
  const pages = everyRoute().filter((route) => [...withComponents(route)].some((unit) => fieldTags(unit).length > 0));

  test('is known', () => {
    expect(pages.length).toBeGreaterThan(35);
  });

  /** These forms close once they were accepted, and their fields with them. */
  const closing = ['packages/reward/stock/stock', 'packages/grid/dispatch-together/dispatch-together'];

  test.each(pages)('%s keeps a draft, looks something up, or sends in a way that ends the question', (route) => {
    const tags = [...withComponents(route)].filter((unit) => unit !== sheet).flatMap(fieldTags);
    if (tags.every(isKept) || closing.includes(route)) return;
    expect(sourceOf(route)).toMatch(
      /\bsubmit\w*\(|\bsubmitTo\(|\bsavingOf\(|page\/order-actions'|sheetHandlers|\.\.\.record\(/,
    );
  });

  test.each(Object.entries(drafts))('%s writes its draft down', (route, by) => {
    expect(sourceOf(route)).toContain(`${by}(`);
  });

  test('a field is kept where its page keeps a draft, or where something is looked for', () => {
    const lookUps = [
      ...['packages/passbook/check-slip/check-slip', 'packages/reward/stock/stock', 'packages/resident/card/card'],
    ];
    const odd = everyRoute()
      .flatMap((route) => [...withComponents(route)])
      .filter((unit) => !(unit in drafts) && !lookUps.includes(unit) && existsSync(path.join(root, `${unit}.wxml`)))
      .flatMap((unit) => fieldTags(unit).map((tag) => ({ unit, tag })))
      .filter(({ tag }) => isKept(tag) !== /bind:enter="find"/.test(tag))
      .map(({ unit }) => unit);
    expect([...new Set(odd)]).toEqual([]);
  });
});

test('text is typed into no other field than those that ask', () => {
  const others = everyRoute()
    .flatMap((route) => [...withComponents(route)])
    .filter((unit) => !/components\/form\/form-(input|text)\//.test(unit))
    .filter((unit) => /<(input|textarea)\b/.test(read(`${unit}.wxml`)));
  expect([...new Set(others)]).toEqual([]);
});

describe('the question', () => {
  const asked: string[] = [];
  const page = {};
  let front: object = page;
  beforeEach(() => {
    asked.length = 0;
    front = page;
    Object.assign(globalThis, { getCurrentPages: () => [front] });
    Object.assign((globalThis as unknown as { wx: object }).wx, {
      enableAlertBeforeUnload: ({ message }: { message: string }) => asked.push(message),
      disableAlertBeforeUnload: () => asked.push(''),
    });
    savingOf()();
    asked.length = 0;
  });
  const question = '写的还没交上去，走开就没了。要走吗？';

  test('stands while a field has another text than before, and goes when it is as it was', () => {
    const field = {};
    noteTyped(field, '', '水');
    noteTyped(field, '水', '水管');
    noteTyped(field, '水管', '');
    expect(asked).toEqual([question, '']);
  });

  test('goes with the field, and not before the last', () => {
    const [one, other] = [{}, {}];
    noteTyped(one, '', '甲');
    noteTyped(other, '', '乙');
    noteGone(one);
    expect(asked).toEqual([question, question, question]);
    noteGone(other);
    expect(asked.at(-1)).toBe('');
  });

  test('goes once it was accepted, and stays when it was refused', async () => {
    const sender = { setData: () => undefined };
    noteMarked(page);
    await submitTo(sender, 'problem', () => Promise.resolve({ ok: false, problem: '写一句' }));
    expect(asked).toEqual([question]);
    await submitTo(sender, 'problem', () => Promise.resolve({ ok: true, data: {} }));
    expect(asked).toEqual([question, '']);
  });

  test('belongs to its page: another in front is not asked about', () => {
    const field = {};
    noteTyped(field, '', '甲');
    front = {};
    noteGone(field);
    expect(asked).toEqual([question]);
  });
});
