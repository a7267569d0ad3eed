/** Limits of the environment's plan, and when somebody is warned. */
import { basePlan, limitsOf, quotaUses } from '../../../cloudfunctions/core/quota/rules/quota';
import { estimateBytes } from '../../../cloudfunctions/core/quota/rules/stored-bytes';

const end = { day: 30, days: 30 };
const states = (calls: number, storedBytes: number, at = end) =>
  quotaUses({ calls, storedBytes }, basePlan, at).map(({ percent, state }) => [percent, state]);

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
  expect(limitsOf({ QUOTA_CALLS: '5000000', QUOTA_STORAGE_GB: '50' })).toEqual({
    callsPerMonth: 5_000_000,
    storageBytes: 50_000_000_000,
  });
});

test('what is stored follows from a sample: texts in bytes, and the files that they name', () => {
  expect(estimateBytes(1_000, [])).toBe(0);
  expect(estimateBytes(10, [{ text: '路灯' }])).toBe(10 * Buffer.byteLength('{"text":"路灯"}'));
  const withPicture = { fileId: 'cloud://env/photo.jpg' };
  expect(estimateBytes(2, [withPicture, { _id: 'a' }])).toBeGreaterThan(300_000);
});
