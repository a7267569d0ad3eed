/** Planning an activity: which young member organises it, and who guides them. */
import { answered, cloudOf, mountComponent, mountPage } from '../support/simulate';
import { freshPhone, inputOf } from './samples/phone';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

test('a young member organises what is planned, and it is said who guides them', async () => {
  const members = [
    { personId: 'hou', name: '侯思远', memberClass: 'young', mentorName: '冯秀珍' },
    { personId: 'zhen', name: '甄小北', memberClass: 'young' },
  ] as const;
  const calls = cloudOf({ 'branch.listMembers': answered({ members }) });
  const page = mountPage('packages/branch/activities/activities', {}, sessionOf(hats.secretary));
  await page.settle();
  page.call('plan');
  await page.settle();
  expect(inputOf(calls, 'branch.listMembers')).toEqual({ memberClass: 'young' });
  expect(page.text()).toContain('台前谁组织，从青年党员里请一位');
  expect(page.instance.data['organisers']).toEqual([
    { value: '', text: '不指定', guide: '' },
    { value: 'hou', text: '侯思远', guide: '指导：冯秀珍' },
    { value: 'zhen', text: '甄小北', guide: '甄小北还没有导师，幕后没人指导' },
  ]);
  const plan = { title: '主题党日', kind: 'party-day', placeName: '活动室', day: '2026-12-01', time: '09:00' };
  page.call('create', { ...plan, organiserId: 'hou' });
  await page.settle();
  expect(inputOf(calls, 'activity.create')).toMatchObject({ organiserId: 'hou', placeName: '活动室' });
});

test('the form names whom it was asked to name, and nobody otherwise', () => {
  const organisers = [
    { value: '', text: '不指定', guide: '' },
    { value: 'hou', text: '侯思远', guide: '指导：冯秀珍' },
  ];
  const form = mountComponent('packages/branch/components/activity-form/activity-form', { organisers });
  const plans: unknown[] = [];
  form.addEventListener('done', ({ detail }) => plans.push(detail));
  const call = (method: string, value = '') =>
    (form.instance[method] as (event: object) => void).call(form.instance, { detail: { value } });
  call('chooseDay', '2026-12-01');
  call('writePlace', '活动室');
  call('done');
  call('chooseOrganiser', 'hou');
  expect(form.data['guide']).toBe('指导：冯秀珍');
  call('done');
  expect(plans[0]).not.toHaveProperty('organiserId');
  expect(plans[1]).toMatchObject({ organiserId: 'hou' });
});
