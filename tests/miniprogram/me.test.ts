/** Who somebody is, in which hat, and how large things are. */
import { answered, cloudOf, mountPage } from '../support/simulate';
import { freshPhone, inputOf, visited } from './samples/phone';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

test('a hat without orders reads so, and asks for nothing', async () => {
  const calls = cloudOf();
  const page = mountPage(
    'pages/orders/orders',
    {},
    sessionOf({ key: 'merchant@1', hat: 'merchant', placeName: '老马面馆' }),
  );
  await page.settle();
  expect(page.text()).toContain('这顶帽子没有要办的单');
  expect(calls).toEqual([]);
});

describe('me', () => {
  test('how often my number was revealed stands beside it, and stays when the hat changes', async () => {
    const session = sessionOf(hats.gridLeader);
    const calls = cloudOf({
      'person.getSession': answered({ ...session, revealCount: 3 }),
      'person.switchHat': answered({ ...session, hat: hats.resident.key }),
    });
    const page = mountPage('pages/me/me', {}, session);
    await page.settle();
    expect(inputOf(calls, 'person.getSession')).toEqual({ countReveals: true });
    expect(page.text()).toContain('谁看过我的电话3 次');
    page.call('switchHat', { key: hats.resident.key });
    await page.settle();
    expect(page.text()).toContain('谁看过我的电话3 次');
  });

  test('X-01 another hat is one tap away', async () => {
    const calls = cloudOf();
    const page = mountPage('pages/me/me', {}, sessionOf(hats.gridLeader));
    await page.settle();
    page.call('switchHat', { key: hats.captain.key });
    await page.settle();
    expect(inputOf(calls, 'person.switchHat')).toMatchObject({ hat: hats.captain.key });
    expect(visited).toEqual(['/pages/home/home']);
  });

  test('elder mode makes everything larger at once', async () => {
    cloudOf();
    const page = mountPage('pages/me/me', {}, sessionOf(hats.gridLeader));
    await page.settle();
    expect(page.dom.innerHTML).toContain('--scale: 1"');
    page.call('switchElder', { value: true });
    await page.settle();
    expect(page.dom.innerHTML).toContain('--scale: 1.4');
    expect(page.dom.innerHTML).toContain('elder');
  });
});
