/** What anybody may read over HTTP: in Open311's form, and nothing of anybody. */
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { readOpenData } from '../../../tools/open-data';
import { somebodies } from '../../support/community/people';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'open'] });
  await cloud.setClock('2026-11-24T09:00:00+08:00');
  const made = { category: 'repair', words: '李秀兰家水管漏了，电话 16400000001', when: 'any' as const, fileIds: [] };
  await cloud.getAs('o_resident', 'order.create', { ...made, requestId: newRequest() });
  await cloud.getAs('o_resident', 'order.create', { ...made, words: '想聊聊', private: true, requestId: newRequest() });
});
afterAll(() => cloud.close());

const get = async (address: string, method = 'GET') => {
  const response = await fetch(`${cloud.url}/local/http/open${address}`, { method });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};
const id = 'jurisdiction_id=qinghe';
const rows = async (address: string) => JSON.parse((await get(address)).text) as Record<string, string>[];
const open = () => cloud.stored<Order>('orders').filter((order) => order.communityId === 'qinghe' && !order.private);

test('requests stand there by number, without words, courtyard or person', async () => {
  const found = await rows(`/requests.json?${id}`);
  expect(found.map((one) => one['service_request_id']).sort()).toEqual(
    open()
      .map(({ number }) => number)
      .sort(),
  );
  expect(found.length).toBeGreaterThan(0);
  const own = found.find((one) => one['service_code'] === 'repair');
  expect(own).toMatchObject({ status: 'open', service_name: '水电维修', description: '' });
  expect(await rows(`/requests/${own?.['service_request_id'] ?? ''}.json?${id}`)).toEqual([own]);
});

test('nothing that goes out names anybody', async () => {
  const texts = [
    ...(await readOpenData((event, name) => cloud.invoke(name ?? '', event, { source: 'x' }), 'qinghe')).values(),
  ];
  expect(texts).toHaveLength(5);
  for (const { id: personId, name, phone } of somebodies)
    for (const text of texts) for (const value of [personId, name, phone]) expect(text).not.toContain(value);
  expect(texts.join()).not.toContain('漏了');
});

test('a private order is not there, under no number', async () => {
  const hidden = cloud.stored<Order>('orders').find((order) => order.private && order.communityId === 'qinghe');
  expect(hidden).toBeDefined();
  expect((await get(`/requests.json?${id}`)).text).not.toContain(hidden?.number);
  expect(await get(`/requests/${hidden?.number ?? ''}.json?${id}`)).toMatchObject({ status: 404 });
});

test('filters by status, service and date', async () => {
  expect(await rows(`/requests.json?${id}&status=closed&service_code=repair`)).toEqual([]);
  expect(await rows(`/requests.json?${id}&service_code=none`)).toEqual([]);
  expect(await rows(`/requests.json?${id}&end_date=2020-01-01`)).toEqual([]);
  expect(await get(`/requests.json?${id}&start_date=soon`)).toMatchObject({ status: 400 });
});

test('services and XML, and the calendar, with their types', async () => {
  expect((await rows(`/services.json?${id}`)).map((one) => one['service_code'])).toContain('repair');
  expect(await get(`/services.xml?${id}`)).toMatchObject({ type: expect.stringContaining('text/xml') as string });
  const calendar = await get(`/activities.ics?${id}`);
  expect(calendar).toMatchObject({ status: 200, type: expect.stringContaining('text/calendar') as string });
  expect(calendar.text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
});

test('says what is missing or wrong, in the form that was asked for', async () => {
  expect(await rows('/services.json')).toEqual([{ code: 400, description: 'jurisdiction_id is missing' }]);
  expect((await get('/services.xml?jurisdiction_id=nowhere')).text).toContain('<error><code>404</code>');
  for (const wrong of ['/', '/orders.json', '/requests.ics', '/activities.json', '/requests/..%2f.json'])
    expect(await get(`${wrong}?${id}`)).toMatchObject({ status: 404 });
  expect(await get(`/services.json?${id}`, 'POST')).toMatchObject({ status: 405 });
});

test('it writes nothing, reads little, and no mini-program may call it', async () => {
  await get(`/requests.json?${id}`);
  const called = (await cloud.trace(5)).filter(({ name }) => name === 'open').at(-1);
  expect(called).toMatchObject({ writes: 0 });
  expect(called?.reads).toBeLessThanOrEqual(5);
  expect((await cloud.call('open', { path: '/services.json', httpMethod: 'GET' }, 'o_resident')).status).not.toBe(200);
});
