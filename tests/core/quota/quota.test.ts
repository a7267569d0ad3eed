/** Limits of the environment's plan, and when somebody is warned. */
import { basePlan, limitsOf, quotaUses } from '../../../cloudfunctions/core/quota/rules/quota';
import { gigabyteSecondsOf, repliedBytesOf } from '../../../cloudfunctions/core/quota/rules/invocation';
import { estimateBytes } from '../../../cloudfunctions/core/quota/rules/stored-bytes';

const end = { day: 30, days: 30 };
const states = (calls: number, storedBytes: number, at = end) =>
  quotaUses({ calls, storedBytes, gigabyteSeconds: 0, repliedBytes: 0 }, basePlan, at)
    .slice(0, 2)
    .map(({ percent, state }) => [percent, state]);

test('warns from 80 %, and says when a limit is reached', () => {
  expect(states(159_999, 1_599_999_999)).toEqual([
    [79, 'fine'],
    [79, 'fine'],
  ]);
  expect(states(160_000, 1_600_000_000)).toEqual([
    [80, 'near'],
    [80, 'near'],
  ]);
  expect(states(200_000, 2_100_000_000)).toEqual([
    [100, 'over'],
    [105, 'over'],
  ]);
});

test('warns before: at this pace the month would not be over when the calls are', () => {
  expect(states(70_000, 0, { day: 10, days: 30 })[0]).toEqual([35, 'near']);
  expect(states(66_000, 0, { day: 10, days: 30 })[0]).toEqual([33, 'fine']);
  expect(states(30_000, 0, { day: 3, days: 30 })[0]).toEqual([15, 'fine']);
});

test('the limits are configuration; what is no number is the base plan', () => {
  expect(limitsOf({})).toEqual(basePlan);
  expect(limitsOf({ QUOTA_CALLS: 'many', QUOTA_STORAGE_GB: '-1' })).toEqual(basePlan);
  const given = { QUOTA_CALLS: '5000000', QUOTA_STORAGE_GB: '50', QUOTA_TIME_GBS: '250000', QUOTA_TRAFFIC_GB: '10' };
  expect(limitsOf(given)).toEqual({
    callsPerMonth: 5_000_000,
    storageBytes: 50_000_000_000,
    gigabyteSecondsPerMonth: 250_000,
    trafficBytesPerMonth: 10_000_000_000,
  });
});

test('time of functions and what they answer are warned of like calls', () => {
  const uses = quotaUses({ calls: 0, storedBytes: 0, gigabyteSeconds: 80_000.4, repliedBytes: 2e9 }, basePlan, end);
  expect(uses.slice(2)).toEqual([
    { item: 'time', used: 80_000, limit: 100_000, percent: 80, state: 'near' },
    { item: 'traffic', used: 2e9, limit: 2e9, percent: 100, state: 'over' },
  ]);
});

test('time is billed in begun tenths of a second, by memory', () => {
  expect(gigabyteSecondsOf(0, 1024)).toBe(0.1);
  expect(gigabyteSecondsOf(300, 256)).toBe(0.075);
  expect(gigabyteSecondsOf(301, 512)).toBe(0.2);
  expect(gigabyteSecondsOf(300, 0)).toBe(0);
  expect(repliedBytesOf({ text: '路灯' })).toBe(Buffer.byteLength('{"text":"路灯"}'));
  expect(repliedBytesOf(undefined)).toBe(0);
});

test('what is stored follows from a sample: texts in bytes, and the files that they name', () => {
  expect(estimateBytes(1_000, [])).toBe(0);
  expect(estimateBytes(10, [{ text: '路灯' }])).toBe(10 * Buffer.byteLength('{"text":"路灯"}'));
  const withPicture = { fileId: 'cloud://env/photo.jpg' };
  expect(estimateBytes(2, [withPicture, { _id: 'a' }])).toBeGreaterThan(300_000);
});
