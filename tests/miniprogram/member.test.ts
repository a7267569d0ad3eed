/** What members do on their pages, and what the cloud is asked for. */
import { answered, cloudOf, mountPage, refused } from '../support/simulate';
import { dispatchedView, memberView, workingView } from './samples/orders';
import { chosenPhotos, freshPhone, inputOf, toasts, visited } from './samples/phone';
import { bodies } from './samples/home';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

describe('member', () => {
  test('one tap accepts, and opens the order', async () => {
    const calls = cloudOf({ 'home.get': answered({ session: sessionOf(hats.member), body: bodies.member }) });
    const page = mountPage('pages/home/home', {}, sessionOf(hats.member));
    await page.settle();
    page.call('accept', { orderId: 'order-leak', version: 2 });
    await page.settle();
    expect(inputOf(calls, 'order.accept')).toMatchObject({ orderId: 'order-leak', version: 2 });
    expect(visited).toEqual(['/packages/order/order/order?orderId=order-leak']);
  });

  test('S2-09 a captain goes, or names one of the team: the button says who', async () => {
    const calls = cloudOf({ 'order.get': answered({ ...memberView, team: '水电小分队' }) });
    const order = mountPage('packages/order/order/order', { orderId: 'order-leak' }, sessionOf(hats.captain));
    await order.settle();
    expect(order.text()).toContain('请队员去');
    order.call('assignMember');
    expect(visited).toEqual(['/packages/order/assign-member/assign-member?orderId=order-leak']);
    const page = mountPage(
      'packages/order/assign-member/assign-member',
      { orderId: 'order-leak' },
      sessionOf(hats.captain),
    );
    await page.settle();
    page.call('choose', { memberId: 'sun' });
    page.call('choose', { memberId: 'ma' });
    expect(page.instance.data['button']).toBe('请马晓雯去');
    page.call('assign');
    await page.settle();
    expect(inputOf(calls, 'order.accept')).toMatchObject({ orderId: 'order-leak', memberId: 'ma' });
    expect(visited.at(-1)).toBe('back');
  });

  test('whoever lost the race reads so, and finds other orders: no button that cannot work', async () => {
    cloudOf({ 'order.get': answered(memberView), 'order.accept': refused('TAKEN') });
    const page = mountPage('packages/order/order/order', { orderId: 'order-leak' }, sessionOf(hats.member));
    await page.settle();
    page.call('act', undefined, { action: 'accept' });
    await page.settle();
    expect(page.text()).toContain('这张单刚被接走，看看别的。');
    expect(page.text()).not.toContain('我去');
    page.call('otherOrders');
    expect(visited).toEqual(['/pages/orders/orders']);
  });

  test('what an action did is shown, and a page on which nothing is left to do is left', async () => {
    // a neighbour, who could join
    const released = { ...memberView, status: 'submitted', actions: ['join'] } as const;
    cloudOf({
      'order.get': answered(workingView),
      'order.release': answered(released),
      'order.accept': answered(workingView),
    });
    const page = mountPage('packages/order/order/order', { orderId: 'order-leak' }, sessionOf(hats.member));
    await page.settle();
    page.call('act', undefined, { action: 'accept' });
    await page.settle();
    expect([visited, toasts]).toEqual([[], ['接下了，先打个电话约时间']]);
    page.call('act', undefined, { action: 'release' });
    page.call('submitReason', { reason: 'unwell', words: '' });
    await page.settle();
    expect([visited, toasts.at(-1)]).toEqual([['back'], '放下了，会请别人']);
  });

  test('whoever has to go again reads what was not solved', async () => {
    const trail = [
      ...workingView.trail,
      { at: '2026-11-21T12:00:00.000Z', action: 'reopen', hat: 'resident', note: '还在滴水' },
    ] as const;
    cloudOf({ 'order.get': answered({ ...workingView, unsolved: true, trail }) });
    const page = mountPage('packages/order/order/order', { orderId: 'order-leak' }, sessionOf(hats.member));
    await page.settle();
    expect(page.text()).toContain('居民说没解决：还在滴水');
  });

  test('who only reminded reads on', async () => {
    cloudOf({
      'order.get': answered({ ...dispatchedView, actions: ['remind'] }),
      'order.remind': answered({ ...dispatchedView, actions: ['remind'] }),
    });
    const page = mountPage('packages/order/trail/trail', { orderId: 'order-leak' }, sessionOf(hats.secretary));
    await page.settle();
    page.call('act', undefined, { action: 'remind' });
    await page.settle();
    expect([visited, toasts]).toEqual([[], ['催过了']]);
  });

  test('whoever was asked and has not answered finds nothing to dial: the number is not theirs yet', async () => {
    cloudOf({ 'order.get': answered(memberView) });
    const offered = mountPage('packages/order/order/order', { orderId: 'order-leak' }, sessionOf(hats.member));
    await offered.settle();
    expect([offered.text().includes('王奶奶'), offered.dom.innerHTML.includes('dial')]).toEqual([true, false]);
    cloudOf({ 'order.get': answered(workingView) });
    const working = mountPage('packages/order/order/order', { orderId: 'order-leak' }, sessionOf(hats.member));
    await working.settle();
    expect(working.dom.innerHTML).toContain('dial');
  });

  test('a member who leads no team is not asked to name anybody', async () => {
    cloudOf({ 'order.get': answered(memberView) });
    const page = mountPage('packages/order/order/order', { orderId: 'order-leak' }, sessionOf(hats.member));
    await page.settle();
    expect(page.text()).not.toContain('请队员去');
  });

  test('taken by somebody else: a sentence, and the list as it is now', async () => {
    const calls = cloudOf({
      'home.get': answered({ session: sessionOf(hats.member), body: bodies.member }),
      'order.accept': refused('TAKEN'),
    });
    const page = mountPage('pages/home/home', {}, sessionOf(hats.member));
    await page.settle();
    page.call('accept', { orderId: 'order-leak', version: 2 });
    await page.settle();
    expect(toasts).toEqual(['这张单刚被接走，看看别的。']);
    expect(calls.filter((call) => call.name === 'home.get')).toHaveLength(2);
  });

  test('declining asks why', async () => {
    const calls = cloudOf({ 'order.get': answered(memberView) });
    const page = mountPage('packages/order/order/order', { orderId: 'order-leak' }, sessionOf(hats.member));
    await page.settle();
    expect(page.text()).toContain('我去');
    page.call('act', undefined, { action: 'decline' });
    page.call('submitReason', { reason: 'not-my-skill', words: '' });
    await page.settle();
    expect(inputOf(calls, 'order.decline')).toMatchObject({ orderId: 'order-leak', reason: 'not-my-skill' });
  });

  test('S2-13 finishing needs one piece of evidence', async () => {
    const calls = cloudOf({ 'order.get': answered(workingView) });
    const page = mountPage('packages/order/order/order', { orderId: 'order-leak' }, sessionOf(hats.member));
    await page.settle();
    page.call('finish');
    page.call('complete');
    await page.settle();
    expect(page.text()).toContain('先拍一张，别拍到脸和门牌。');
    page.call('chooseKind', { value: 'code' });
    page.call('writeCode', { value: '407' });
    page.call('complete');
    await page.settle();
    expect(inputOf(calls, 'order.complete')).toBeUndefined();
    page.call('writeCode', { value: '4071' });
    page.call('complete');
    await page.settle();
    expect(inputOf(calls, 'order.complete')).toMatchObject({ version: 3, evidence: { kind: 'code', code: '4071' } });
  });

  test('a photo is uploaded before it is evidence', async () => {
    const calls = cloudOf({ 'order.get': answered(workingView) });
    chosenPhotos.push('done.jpg');
    const page = mountPage('packages/order/order/order', { orderId: 'order-leak' }, sessionOf(hats.member));
    await page.settle();
    page.call('finish');
    page.call('addPhotos');
    await page.settle();
    page.call('complete');
    await page.settle();
    expect(inputOf(calls, 'order.complete')).toMatchObject({
      evidence: { kind: 'photo', fileIds: [expect.stringMatching(/^cloud:/)] },
    });
  });

  test('a masked number is asked for, and the asking is logged by the cloud', async () => {
    const calls = cloudOf({ 'order.get': answered(dispatchedView) });
    const page = mountPage('packages/order/order/order', { orderId: 'order-leak' }, sessionOf(hats.member));
    await page.settle();
    page.call('callParty', { party: 'requester', phone: '138 **** 0021' });
    await page.settle();
    expect(inputOf(calls, 'order.revealPhone')).toMatchObject({ orderId: 'order-leak', party: 'requester' });
    expect(visited).toEqual(['tel:13800000021']);
  });
});
