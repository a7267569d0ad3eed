import type { Scenario } from './scenario';

const at = '2026-12-10T09:00:00+08:00';
const stationId = 'qinghe_shop1';
const of = (name: Scenario['name'], openid: string, input: object): Scenario => ({
  name,
  openid,
  prepare: async () => input,
});

/** Writes about couriers' stations and sites. */
export const stationScenarios: readonly Scenario[] = [
  of('station.report', 'o_resident', { stationId: 'qinghe_station1', problem: 'water', words: '没水' }),
  of('station.changeHours', 'o_merchant', {
    stationId,
    version: 1,
    hours: { rules: [{ days: [1], from: 480, until: 1260 }], holidays: 'usual', closedDays: [] },
  }),
  of('station.withdraw', 'o_merchant', { stationId, withdrawn: true }),
  of('station.move', 'o_merchant', { stationId, latitude: 37.88, longitude: 112.56, system: 'gcj02' }),
  of('station.verify', 'o_merchant', { stationId }),
  of('station.handOverSign', 'o_secretary', { stationId, receivedBy: '孟祥云' }),
  of('site.register', 'o_neighbour', { siteId: 'qinghe_site1' }),
  of('site.addRecord', 'o_instructor', { siteId: 'qinghe_site1', kind: 'training', words: '灭火毯怎么用', at }),
  of('site.joinRecord', 'o_courier', { recordId: 'record_training', join: true }),
  of('site.answerCare', 'o_courier', { recordId: 'record_care', agree: true }),
];
