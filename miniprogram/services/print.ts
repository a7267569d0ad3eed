import { call } from './platform/call';

/** The palm-size map of stations; a shop's sign; the public month. Each is made anew, out of what stands there now. */
export const stationMap = () => call('file.printStationMap', {});
export const sign = (stationId: string) => call('file.printSign', { stationId });

/** `month`: `2026-11` */
export const rewardSheet = (month: string) => call('file.printRewardSheet', { month });
