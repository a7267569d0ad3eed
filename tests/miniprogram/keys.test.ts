/** A computer's keyboard: what its keys do to the page in front. */
import { pressKey, type FrontPage } from '../../miniprogram/page/keys';
import type { PagePosition, PageTarget } from '../../miniprogram/page/paged-list';

const second: PagePosition = { number: 2, hasOlder: true, busy: '', problem: '' };

function pressed(key: string, data: FrontPage['data']): readonly string[] {
  const done: string[] = [];
  const goTo = (target: PageTarget) => {
    done.push(target);
    return Promise.resolve();
  };
  pressKey({ data, goTo, leaveSelection: () => void done.push('unselected') }, key);
  return done;
}

test('a list turns its pages, as far as it goes and not while a page is on its way', () => {
  expect(pressed('PageDown', { position: second })).toEqual(['older']);
  expect(pressed('ArrowRight', { position: second })).toEqual(['older']);
  expect(pressed('PageUp', { position: second })).toEqual(['newer']);
  expect(pressed('PageDown', { position: { ...second, hasOlder: false } })).toEqual([]);
  expect(pressed('ArrowLeft', { position: { ...second, number: 1 } })).toEqual([]);
  expect(pressed('PageDown', { position: { ...second, busy: 'older' } })).toEqual([]);
  expect(pressed('x', { position: second })).toEqual([]);
  expect(pressed('PageDown', {})).toEqual([]);
});

test('the choice of several lines is left with Escape, and the list stays where it is meanwhile', () => {
  expect(pressed('Escape', { position: second, selecting: true })).toEqual(['unselected']);
  expect(pressed('Escape', { position: second, selecting: true, sheetVisible: true })).toEqual([]);
  expect(pressed('PageDown', { position: second, selecting: true })).toEqual([]);
});

test('a sheet keeps the list behind it where it is, and closes by itself', () => {
  expect(pressed('Escape', { position: second, sheetVisible: true })).toEqual([]);
  expect(pressed('PageDown', { position: second, sheetVisible: true })).toEqual([]);
  expect(pressed('Escape', { position: second })).toEqual([]);
  expect(() => pressKey(undefined, 'Escape')).not.toThrow();
});
