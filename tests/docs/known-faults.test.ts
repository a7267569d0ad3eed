/** tests/e2e/known-faults.json is well formed; that it only shrinks is held where pages are measured. */
import { FoundFaults, knownFaults, type KnownFault } from '../../local/testing/known-faults';
import { openings } from '../../local/testing/openings';
import { variants } from '../../local/testing/variants';
import { visits } from '../../local/testing/visits';

const states = new Set([
  ...visits.map(({ name }) => name),
  ...openings.map(({ name }) => `sheet-${name}`),
  'sheet-phone',
]);

test('no fault is known: what is found is mended', () => {
  expect(knownFaults()).toEqual([]);
});

test('each entry names a page that is measured, a fault, and looks, once', () => {
  const modes = new Set(variants.map(({ name }) => name));
  const wrong = knownFaults().filter(
    ({ page, fault, modes: seen }) =>
      !states.has(page) || fault === '' || seen.length === 0 || seen.some((mode) => !modes.has(mode)),
  );
  expect(wrong).toEqual([]);
  const names = knownFaults().map(({ page, fault }) => `${page} ${fault}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

describe('what was found against what is known', () => {
  const known: readonly KnownFault[] = [{ page: 'home', fault: 'cut off: view “事由”', modes: ['320 normal 1'] }];
  const cut = { kind: 'cut off', where: 'view “事由”' };

  test('the same fault in the same look is known', () => {
    const found = new FoundFaults('home');
    found.add('320 normal 1', [cut, cut]);
    expect(found.differences(known)).toEqual([]);
  });

  test('another look, another page and another fault are new', () => {
    const found = new FoundFaults('home');
    found.add('320 normal 1', [cut]);
    found.add('390 normal 1', [cut]);
    expect(found.differences(known)).toEqual([expect.stringMatching(/^home, 390 normal 1 cut off.*mend it$/)]);
    const elsewhere = new FoundFaults('orders');
    elsewhere.add('320 normal 1', [cut]);
    expect(elsewhere.differences(known)).toHaveLength(1);
  });

  test('a fault that is gone has to leave the list', () => {
    expect(new FoundFaults('home').differences(known)).toEqual([
      expect.stringMatching(/^home, 320 normal 1 cut off.*remove it/),
    ]);
  });

  test('another browser breaks lines elsewhere: there the kinds of a page are compared', () => {
    const found = new FoundFaults('home');
    found.add('390 elder 1', [{ kind: 'cut off', where: 'view “别处”' }]);
    expect(found.differences(known, false)).toEqual([]);
    found.add('390 elder 1', [{ kind: 'word broken', where: 'view “别处”' }]);
    expect(found.differences(known, false)).toHaveLength(1);
  });
});
