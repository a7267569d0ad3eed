import type { BenchEnvironment } from './environment';
import type { Measurements } from './measurements';
import { measuredCalls } from './scenario';
import { newRequestId } from './request-id';

const [courier, steward, merchant] = ['courier-lv', 'steward-he', 'merchant-ma'] as const;
const [instructor, secretary] = ['instructor-xue', 'secretary-fu'] as const;
const here = { latitude: 37.85, longitude: 112.494 };
const shop = 'yijing_shop1';

/** What couriers, those who keep stations, instructors and planners of the street do. */
export async function useStations(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  for (const [openid, as] of [
    [courier, 'courier'],
    [steward, 'keeper'],
    [instructor, 'instructor'],
  ] as const)
    await call(openid, 'home.get', {}, as);
  await call('visitor', 'station.list', {});
  await call('visitor', 'station.listNear', here);
  await call(courier, 'station.get', { stationId: shop });
  await call(courier, 'station.report', {
    stationId: 'yijing_station1',
    problem: 'water',
    words: '没水',
    requestId: newRequestId(),
  });
  await call(steward, 'station.listMine', {});
  // Somebody's first write beside orders costs one more, which is not theirs to be measured by.
  await environment.call(merchant, 'station.verify', { stationId: shop, requestId: newRequestId() });
  const { version, hours } = await call(merchant, 'station.verify', { stationId: shop, requestId: newRequestId() });
  await call(merchant, 'station.changeHours', { stationId: shop, version, hours, requestId: newRequestId() });
  await call(merchant, 'station.move', { stationId: shop, ...here, system: 'gcj02', requestId: newRequestId() });
  await call(merchant, 'station.withdraw', { stationId: shop, withdrawn: false, requestId: newRequestId() });
  await call(secretary, 'station.listSigns', {});
  const receipt = () => ({ stationId: shop, receivedBy: '马保平', requestId: newRequestId() });
  await environment.call(secretary, 'station.handOverSign', receipt());
  await call(secretary, 'station.handOverSign', receipt());
  await call(secretary, 'file.printStationMap', {});
  await call(secretary, 'file.printSign', { stationId: shop });
  await lookAfterSites(environment, measurements);
}

async function lookAfterSites(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const siteId = 'yijing_site1';
  await call('visitor', 'site.list', {});
  await call(courier, 'site.get', { siteId });
  await call(courier, 'site.register', { siteId, requestId: newRequestId() });
  await call(instructor, 'site.listLinks', {});
  await call(courier, 'site.listRecords', { siteId });
  const at = new Date(environment.cloud.clock.now().getTime() + 86_400_000).toISOString();
  const record = () => ({ siteId, kind: 'training' as const, words: '灭火毯怎么用', at, requestId: newRequestId() });
  await environment.call(instructor, 'site.addRecord', record());
  const { recordId } = await call(instructor, 'site.addRecord', record());
  await call(courier, 'site.joinRecord', { recordId, join: true, requestId: newRequestId() });
  await call(courier, 'site.answerCare', { recordId: 'yijing_record4', agree: true, requestId: newRequestId() });
  await call(secretary, 'site.getCircle', { mode: 'ebike', at: 'night' });
}
