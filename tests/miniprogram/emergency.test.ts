/** What the form says of what cannot wait: whom to call, and who is told. */
import { answered, cloudOf, mountPage } from '../support/simulate';
import { bodies } from './samples/home';
import { freshPhone, inputOf } from './samples/phone';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

const known = sessionOf(hats.resident);
const newOrder = 'packages/resident/new-order/new-order';

describe('in an emergency', () => {
  test('the grid worker whom this phone knows is one tap away', async () => {
    cloudOf();
    const card = mountPage('packages/resident/card/card', { scene: 'abc' }, known);
    await card.settle();
    const page = mountPage(newOrder, { token: 'abc' }, known);
    page.call('chooseCategory', { value: 'emergency' });
    await page.settle();
    expect(page.text()).toContain('打给赵慧敏');
  });

  test('one whom it does not know is asked for; a place that was chosen is where the alert goes', async () => {
    const calls = cloudOf();
    const page = mountPage(newOrder, { token: 'abc' }, known);
    await page.settle();
    expect(calls.filter(({ name }) => name === 'card.get')).toEqual([]);
    page.call('chooseCategory', { value: 'emergency' });
    await page.settle();
    expect(inputOf(calls, 'card.get')).toEqual({ token: 'abc' });
    expect(page.text()).toContain('打给赵慧敏');
    page.call('tell');
    await page.settle();
    expect(inputOf(calls, 'alert.raise')).toMatchObject({ need: 'urgent', token: 'abc' });
    let choose = (_: { placeId: string; placeLabel: string }): void => undefined;
    Object.assign(wx, {
      navigateTo: ({ events }: { events: { chosen: typeof choose } }) => {
        choose = events.chosen;
      },
    });
    page.call('choosePlace');
    choose({ placeId: 'qinghe_g1_c2', placeLabel: '柳巷 14 号院' });
    page.call('tell');
    await page.settle();
    const said = calls.filter(({ name }) => name === 'alert.raise').map(({ input }) => input);
    expect(said[1]).toEqual({ need: 'urgent', placeId: 'qinghe_g1_c2', requestId: expect.any(String) });
  });

  test('without a card it is whoever looks after where she lives', async () => {
    const calls = cloudOf({ 'home.get': answered({ session: known, body: bodies.resident }) });
    const page = mountPage(newOrder, {}, known);
    page.call('chooseCategory', { value: 'emergency' });
    await page.settle();
    expect(calls.filter(({ name }) => name === 'home.get')).toHaveLength(1);
    expect(page.text()).toMatch(/打给/);
  });
});
