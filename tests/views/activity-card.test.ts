import { activityCard } from '../../miniprogram/packages/branch/views/activity-card';
import { sampleNow } from '../miniprogram/samples/orders';
import { activities } from '../miniprogram/samples/activities';

const now = Date.parse(sampleNow);

test('S3-04 an activity says that its account is wanted once it has begun', () => {
  const [planned, closed] = activities;
  const begun = { ...planned!, startsAt: sampleNow };
  const tags = [planned!, begun, { ...begun, state: 'signing' as const }, closed!].map(
    (activity) => activityCard(activity, now).tag,
  );
  expect(tags).toEqual(['主题党日', '等点到', '等签字', '我到会']);
});
