/** What components say to the page that holds them. */
import { mountComponent } from '../support/simulate';

const heard = (component: ReturnType<typeof mountComponent>, name: string): unknown[] => {
  const details: unknown[] = [];
  component.addEventListener(name, ({ detail }) => details.push(detail));
  return details;
};
const call = (
  component: ReturnType<typeof mountComponent>,
  method: string,
  detail?: unknown,
  dataset: object = {},
): void => {
  (component.instance[method] as (event: object) => void).call(component.instance, {
    detail,
    currentTarget: { dataset },
  });
};

afterEach(() => {
  document.body.innerHTML = '';
});

test('S2-14 a rating has stars', () => {
  const form = mountComponent('packages/order/components/rating-form/rating-form', { submit: '打完分' });
  const done = heard(form, 'done');
  call(form, 'done');
  expect(form.dom.textContent).toContain('先点几颗星');
  expect(done).toEqual([]);
  call(form, 'rate', { stars: 4 });
  call(form, 'chooseTags', { values: ['on-time', 'patient', 'not-a-tag'] });
  call(form, 'write', { value: ' 来得快 ' });
  call(form, 'done');
  expect(done).toEqual([{ stars: 4, tags: ['on-time', 'patient'], words: '来得快' }]);
});

test('chips: one replaces the other, several gather', () => {
  const choices = [
    { value: 'a', text: '甲' },
    { value: 'b', text: '乙' },
  ];
  const one = mountComponent('components/form/chips/chips', { choices, value: 'a' });
  const chosen = heard(one, 'choose');
  call(one, 'choose', undefined, { value: 'b' });
  expect(chosen).toEqual([{ value: 'b' }]);
});

test('chips: several gather, and leave again', () => {
  const choices = [
    { value: 'a', text: '甲' },
    { value: 'b', text: '乙' },
  ];
  const many = mountComponent('components/form/chips/chips', { choices, multiple: true, values: ['a'] });
  const chosen = heard(many, 'choose');
  call(many, 'choose', undefined, { value: 'b' });
  call(many, 'choose', undefined, { value: 'a' });
  expect(chosen).toEqual([{ values: ['a', 'b'] }, { values: [] }]);
});

test('the phone is asked with its purpose; WeChat’s code or a typed number with a name', () => {
  const sheet = mountComponent('packages/resident/components/phone-sheet/phone-sheet', { visible: true });
  const done = heard(sheet, 'done');
  call(sheet, 'fromWeChat', { code: 'from-wechat' });
  call(sheet, 'fromWeChat', {});
  expect(sheet.data['typing']).toBe(true);
  call(sheet, 'writePhone', { value: '138 0000 002' });
  call(sheet, 'done');
  expect(sheet.dom.textContent).toContain('怎么称呼您，先填一个。');
  call(sheet, 'writeName', { value: '王奶奶' });
  call(sheet, 'done');
  expect(sheet.dom.textContent).toContain('没有这样的号码，看一眼再点。');
  call(sheet, 'writePhone', { value: '138 0000 0021' });
  expect(sheet.dom.textContent).not.toContain('没有这样的号码');
  call(sheet, 'done');
  expect(done).toEqual([{ phoneCode: 'from-wechat' }, { phone: '138 0000 0021', name: '王奶奶' }]);
});

test('a sheet is empty when it opens again', () => {
  const sheet = mountComponent('components/form/sheet/sheet', {
    visible: true,
    sheet: {
      title: '去不了',
      choices: [{ value: 'unwell', text: '身体不舒服' }],
      placeholder: '',
      line: '',
      requiresWords: false,
      submit: '告诉网格员',
    },
  });
  const done = heard(sheet, 'done');
  call(sheet, 'choose', { value: 'unwell' });
  call(sheet, 'done');
  expect(done).toEqual([{ reason: 'unwell', words: '' }]);
});

test('a plan needs a day and a place; its name may come from its kind', () => {
  const form = mountComponent('packages/branch/components/activity-form/activity-form', { today: '2026-11-21' });
  const done = heard(form, 'done');
  call(form, 'done');
  expect(form.dom.textContent).toContain('先选哪一天。');
  call(form, 'chooseDay', { value: '2026-11-28' });
  call(form, 'done');
  expect(form.dom.textContent).toContain('在哪儿开，写一个。');
  call(form, 'writePlace', { value: '党群活动室' });
  call(form, 'done');
  expect(done).toEqual([
    { title: '主题党日', kind: 'party-day', placeName: '党群活动室', day: '2026-11-28', time: '09:00' },
  ]);
});

test('a page is turned once until it comes', () => {
  const pager = mountComponent('components/layout/pager/pager', {
    position: { number: 2, hasOlder: true, busy: '', problem: '' },
    newer: '较新的',
    older: '更早的',
    end: '到底了',
  });
  const turned = heard(pager, 'change');
  const [newer, older] = [...pager.dom.querySelectorAll('[class*=step]')].filter((element) =>
    /^(较新|更早)的$/.test(element.textContent ?? ''),
  );
  expect([newer?.textContent, older?.textContent]).toEqual(['较新的', '更早的']);
  call(pager, 'change', undefined, { to: 'older' });
  pager.instance.setData({ position: { number: 2, hasOlder: true, busy: 'older', problem: '' } });
  call(pager, 'change', undefined, { to: 'older' });
  expect(turned).toEqual([{ to: 'older' }]);
  expect(pager.dom.textContent).toBe('较新的正在翻第 2 页');
});

test.each([
  ['failed', '再试一次', 'retry', 'asked again'],
  ['signedOut', '去首页扫一扫', 'home', '/pages/home/home'],
  ['forbidden', '换一顶帽子', 'hats', '/pages/me/me'],
  ['notFound', '看看首页', 'home', '/pages/home/home'],
])('what is %s leads on by “%s”', (phase, words, method, leads) => {
  const went: string[] = [];
  Object.assign((globalThis as unknown as { wx: object }).wx, {
    switchTab: ({ url }: { url: string }) => went.push(url),
  });
  const state = mountComponent('components/layout/page-state/page-state', { phase: 'loading', problem: '没找到' });
  state.addEventListener('retry', () => went.push('asked again'));
  state.instance.setData({ phase });
  expect(state.dom.textContent).toBe(`没找到${words}`);
  call(state, method);
  expect(went).toEqual([leads]);
});

test('what is not found leads back to the page before, where there is one', () => {
  const went: string[] = [];
  Object.assign((globalThis as unknown as { wx: object }).wx, { navigateBack: () => went.push('back') });
  const pages = jest
    .spyOn(globalThis as unknown as { getCurrentPages: () => object[] }, 'getCurrentPages')
    .mockReturnValue([{}, {}]);
  const state = mountComponent('components/layout/page-state/page-state', { phase: 'loading', problem: '没找到' });
  state.instance.setData({ phase: 'notFound' });
  pages.mockRestore();
  expect(state.dom.textContent).toBe('没找到回上一页');
  call(state, 'back');
  expect(went).toEqual(['back']);
});

test('dials the digits alone', () => {
  const dialled: string[] = [];
  Object.assign((globalThis as unknown as { wx: object }).wx, {
    makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) => dialled.push(phoneNumber),
  });
  call(
    mountComponent('components/contact/contact-button/contact-button', { phone: '0351-555 0112', text: '打给社区' }),
    'dial',
  );
  expect(dialled).toEqual(['03515550112']);
  const said: string[] = [];
  Object.assign((globalThis as unknown as { wx: object }).wx, {
    showToast: ({ title }: { title: string }) => said.push(title),
  });
  call(mountComponent('components/contact/contact-button/contact-button', { phone: '0351-555 0112-802' }), 'dial');
  expect([dialled[1], said]).toEqual(['03515550112', ['接通以后拨分机 802']]);
});

test('a failed photo is tried again at a touch, one that arrived is shown large', () => {
  const picker = mountComponent('components/form/photo-picker/photo-picker', {
    photos: [
      { url: 'a.jpg', state: 'failed' },
      { url: 'b.jpg', state: 'ready' },
    ],
    max: 3,
  });
  const [retry, see] = [heard(picker, 'retry'), heard(picker, 'see')];
  call(picker, 'touch', undefined, { index: 0 });
  call(picker, 'touch', undefined, { index: 1 });
  expect([retry, see]).toEqual([[{ index: 0 }], [{ index: 1 }]]);
});
