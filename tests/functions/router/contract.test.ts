/** The number of the contract that a mini-program was made for. */
import type { Reply } from '../../../miniprogram/contracts/error';
import { contractNumber } from '../../../miniprogram/contracts/version';
import { startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi();
});
afterAll(() => cloud.close());

async function answer(name: 'api' | 'files', event: object): Promise<string> {
  const reply = (await cloud.call(name, event, 'resident-luo')).body as Reply<unknown>;
  return reply.ok ? 'ok' : reply.code;
}

test('both functions serve this number and the one before, and refuse older ones before anything else', async () => {
  const session = { name: 'person.getSession', input: {} };
  for (const contract of [contractNumber, contractNumber - 1])
    expect(await answer('api', { ...session, contract })).toBe('ok');
  const old = contractNumber - 2;
  expect(await answer('api', { ...session, contract: old })).toBe('CLIENT_OUTDATED');
  expect(await answer('api', { name: 'gone.endpoint', input: 1, contract: old })).toBe('CLIENT_OUTDATED');
  expect(await answer('files', { name: 'export.list', input: {}, contract: old })).toBe('CLIENT_OUTDATED');
});

test('a refused call reads and writes nothing', async () => {
  await answer('api', { name: 'person.getSession', input: {}, contract: contractNumber - 2 });
  const { reads, writes } = await cloud.lastCall();
  expect({ reads, writes }).toEqual({ reads: 0, writes: 0 });
});
