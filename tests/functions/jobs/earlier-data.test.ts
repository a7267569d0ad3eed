import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Community } from '../../../cloudfunctions/core/place/community';
import { collectionForms } from '../../../cloudfunctions/core/schema';
import { migrateStored } from '../../../local/migrate';
import { startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from '../order/order-steps';

jest.setTimeout(120_000);

/**
 * A data folder as the version wrote it whose communities had their policy in one list (form 1): the small community of
 * the tests and one order that was dispatched.
 */
const written = path.join(__dirname, 'fixtures/before-community-2');
const orderId = 'omvQ0afqIB9PnUkrqtwpV';

let cloud: ApiCloud;
beforeAll(async () => {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'earlier-data-'));
  writeFileSync(
    path.join(dataFolder, 'database.sqlite'),
    gunzipSync(readFileSync(path.join(written, 'database.sqlite.gz'))),
  );
  copyFileSync(path.join(written, 'state.json'), path.join(dataFolder, 'state.json'));
  cloud = await startApi({ functions: ['api', 'jobs'], dataFolder });
  await cloud.setClock('2026-11-23T11:00:00+08:00');
});
afterAll(() => cloud.close());

const communities = () => cloud.stored<Community & { form?: number }>('communities');

test('a data folder that the version before wrote is brought forward at the start, and work goes on', async () => {
  expect(communities().every(({ form, policy }) => form !== 2 && Object.hasOwn(policy, 'award'))).toBe(true);
  await migrateStored(cloud);
  const form = collectionForms.find(({ name }) => name === 'communities')?.form;
  expect(communities().length).toBeGreaterThan(1);
  expect(communities().map((one) => [one.form, one.policy.order.acceptWithinHours])).toEqual(
    communities().map(() => [form, 72]),
  );
  const steps = ordersOf(cloud);
  const offered = await cloud.getAs('o_resident', 'order.get', { orderId });
  expect(offered.status).toBe('dispatched');
  const accepted = await steps.accept(offered);
  expect(accepted.status).toBe('accepted');
  expect((await steps.create('o_elsewhere')).status).toBe('submitted');
});

test('a second start changes nothing', async () => {
  const before = communities();
  await migrateStored(cloud);
  expect(communities()).toEqual(before);
});
