/** Choosing a place by touch. */
import { answered, cloudOf, mountPage, refused } from '../support/simulate';
import { freshPhone, inputOf, visited } from './samples/phone';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

const known = sessionOf(hats.resident);

describe('place', () => {
  const file = 'packages/resident/place/place';
  const grid = {
    placeId: 'blue',
    kind: 'grid',
    name: '蓝色网格',
    label: '蓝色网格',
    colour: 'blue',
    hasMore: true,
  } as const;
  const yard = { placeId: 'yard', kind: 'courtyard', name: '12 号院', label: '柳巷 12 号院', hasMore: false } as const;
  const listening = (page: ReturnType<typeof mountPage>): unknown[] => {
    const heard: unknown[] = [];
    page.instance['getOpenerEventChannel'] = () => ({
      emit: (_name: string, chosenPlace: unknown) => heard.push(chosenPlace),
    });
    return heard;
  };

  test('begins in the own grid, and what is chosen reads with its lane', async () => {
    const calls = cloudOf({ 'place.listChildren': answered({ places: [yard], path: [grid] }) });
    const page = mountPage(file, {}, known);
    const heard = listening(page);
    await page.settle();
    expect(inputOf(calls, 'place.listChildren')).toEqual({ own: true });
    expect(page.text()).toContain('就是这里');
    page.call('open', { placeId: 'yard' });
    expect(heard).toEqual([{ placeId: 'yard', placeLabel: '蓝色网格\u00a0· 柳巷 12 号院' }]);
    page.call('up');
    await page.settle();
    expect(calls.at(-1)?.input).toEqual({});
  });

  test('where it was before can be taken again', async () => {
    cloudOf();
    const page = mountPage(file, { own: encodeURIComponent('柳巷 7 号院') }, known);
    const heard = listening(page);
    await page.settle();
    expect(page.text()).toContain('柳巷 7 号院');
    page.call('chooseOwn');
    expect([heard, visited]).toEqual([[{ placeId: '', placeLabel: '' }], ['back']]);
  });

  test('a level that does not come is asked for again, and the way up stays', async () => {
    cloudOf({ 'place.listChildren': answered({ places: [{ ...yard, hasMore: true }], path: [grid] }) });
    const page = mountPage(file, {}, known);
    await page.settle();
    cloudOf({ 'place.listChildren': refused('INTERNAL') });
    page.call('open', { placeId: 'yard' });
    await page.settle();
    expect(page.instance.data['phase']).toBe('failed');
    const calls = cloudOf({ 'place.listChildren': answered({ places: [] }) });
    page.call('retry');
    await page.settle();
    expect(inputOf(calls, 'place.listChildren')).toEqual({ placeId: 'yard' });
    expect(page.text()).toContain('蓝色网格\u00a0· 柳巷 12 号院');
    page.call('up');
    await page.settle();
    expect(calls.at(-1)?.input).toEqual({ placeId: 'blue' });
  });
});
