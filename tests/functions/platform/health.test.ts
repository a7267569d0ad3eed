/** Each function answers a health call of whoever deploys or watches, and nobody else's. */
import { newForms } from '../../../cloudfunctions/core/schema';
import { contractNumber } from '../../../miniprogram/contracts/version';
import { startApi, type ApiCloud } from '../../support/api';
import { functionNames } from '../../../tools/functions';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi();
});
afterAll(() => cloud.close());

const health = { name: 'health' };
/** `jobs` says, too, what the environment's plan holds and how much of it is used up. */
const unused = [
  { item: 'calls', used: 0, limit: 200_000, percent: 0, state: 'fine' },
  { item: 'storage', used: 0, limit: 2_000_000_000, percent: 0, state: 'fine' },
  { item: 'time', used: 0, limit: 100_000, percent: 0, state: 'fine' },
  { item: 'traffic', used: 0, limit: 2_000_000_000, percent: 0, state: 'fine' },
];

test.each(functionNames)('%s says which code it is, after one read', async (name) => {
  const data = { contract: contractNumber, forms: Object.fromEntries(newForms) };
  expect(await cloud.invoke(name, health, { source: 'deploy' })).toEqual({
    ok: true,
    data: name === 'jobs' ? { ...data, quotas: unused } : data,
  });
  const called = (await cloud.trace(5)).at(-1);
  expect(called).toMatchObject({ name, reads: name === 'jobs' ? 2 : 1, writes: 0 });
});

test('a person learns nothing by it', async () => {
  for (const name of ['api', 'files'])
    expect((await cloud.call(name, health, 'o_secretary')).body).toMatchObject({ ok: false, code: 'INVALID_INPUT' });
});

test('a function whose database does not answer fails the call', async () => {
  await cloud.control('/local/faults', { kind: 'timeout-before', match: 'database.getDocument forms' });
  await expect(cloud.invoke('api', health, { source: 'deploy' })).rejects.toThrow();
});
