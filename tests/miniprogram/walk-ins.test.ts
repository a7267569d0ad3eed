/** Members of another branch: written into a roll by hand, and what their own branch says. */
import { answered, cloudOf, mountPage, refused } from '../support/simulate';
import { codeReplies, openActivity } from './samples/activities';
import { freshPhone, inputOf, toasts, visited } from './samples/phone';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

describe('who came from another branch', () => {
  const open = async (reply: Parameters<typeof cloudOf>[0] = {}) => {
    const calls = cloudOf(reply);
    const page = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.secretary));
    await page.settle();
    page.call('askWalkIn');
    await page.settle();
    return { page, calls };
  };

  test('is written in by name, and stands in the roll with what their branch says', async () => {
    const person = { personId: 'hou', name: '侯思远', state: 'present' as const };
    const walkIn = { branchName: '快递行业党支部', state: 'asked' as const };
    const after = { ...openActivity, people: [...openActivity.people, { ...person, walkIn }] };
    const { page, calls } = await open({ 'activity.addWalkIn': answered(after) });
    expect(page.text()).toContain('写上就算到了，他的支部同意了才记分');
    page.call('addWalkIn', { name: '侯思远', phoneEnd: '' });
    await page.settle();
    expect(inputOf(calls, 'activity.addWalkIn')).toMatchObject({ activityId: 'party-day', name: '侯思远' });
    expect(inputOf(calls, 'activity.addWalkIn')).not.toHaveProperty('phoneEnd');
    expect(page.text()).toContain('快递行业党支部的，等那边同意');
    expect(page.text()).not.toContain('写上就算到了');
  });

  test.each([
    ['NOT_FOUND', 'name', '社区里没有叫这个名字的党员'],
    ['INVALID_INPUT', 'phoneEnd', '有好几位叫这个名字，写上手机号后四位。'],
    ['NOT_FOUND', 'phoneEnd', '后四位对不上，再问问他。'],
    ['ACTIVITY_CLOSED', 'activityId', '名单点完了'],
  ] as const)('%s of %s says what to do, and what was typed stays', async (code, field, sentence) => {
    const { page } = await open({ 'activity.addWalkIn': { ...refused(code), field } });
    page.call('addWalkIn', { name: '侯思远', phoneEnd: '' });
    await page.settle();
    expect(page.text()).toContain(sentence);
    expect(page.text()).toContain('别的支部来听的');
  });
});

describe('their branch', () => {
  test('finds who waits from its activities, and says yes or no', async () => {
    cloudOf();
    const list = mountPage('packages/branch/activities/activities', {}, sessionOf(hats.secretary));
    await list.settle();
    list.call('openWalkIns');
    expect(visited).toEqual(['/packages/branch/walk-ins/walk-ins']);
    const calls = cloudOf();
    const page = mountPage('packages/branch/walk-ins/walk-ins', {}, sessionOf(hats.secretary));
    await page.settle();
    page.call('agree', undefined, { key: 'riders hou' });
    await page.settle();
    expect(inputOf(calls, 'activity.decideWalkIn')).toMatchObject({
      ...{ activityId: 'riders', personId: 'hou', agree: true },
    });
    expect(toasts).toEqual(['同意了，告诉侯思远了']);
    expect(calls.filter(({ name }) => name === 'activity.listWalkIns')).toHaveLength(2);
    const others = cloudOf({ 'activity.decideWalkIn': refused('ALREADY_SETTLED') });
    page.call('refuse', undefined, { key: 'riders hou' });
    await page.settle();
    expect(inputOf(others, 'activity.decideWalkIn')).toMatchObject({ agree: false });
    expect(toasts[1]).toContain('刚有人定下了');
  });

  test('nobody decides on themselves, and a member without the post is not led there', async () => {
    const [own] = codeReplies['activity.listWalkIns'].walkIns;
    cloudOf({ 'activity.listWalkIns': answered({ walkIns: [{ ...own!, mayDecide: false }] }) });
    const page = mountPage('packages/branch/walk-ins/walk-ins', {}, sessionOf(hats.secretary));
    await page.settle();
    expect(page.text()).toContain('是您自己，得换一个人来定。');
    expect(page.text()).not.toContain('不同意');
    cloudOf();
    const list = mountPage('packages/branch/activities/activities', {}, sessionOf(hats.member));
    await list.settle();
    expect(list.text()).not.toContain('到别处听课的');
  });
});
