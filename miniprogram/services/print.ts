import { call, write } from './platform/call';

/** The palm-size map of stations; a shop's sign; the public month. Each is made anew, out of what stands there now. */
export const stationMap = () => call('file.printStationMap', {});
export const sign = (stationId: string) => call('file.printSign', { stationId });
/** Of an order that somebody outside has; of one that was asked for by telephone. */
export const transferSheet = (orderId: string) => write('file.printTransferSheet', { orderId });
export const slip = (orderId: string) => call('file.printSlip', { orderId });

/** `month`: `2026-11` */
export const rewardSheet = (month: string) => call('file.printRewardSheet', { month });
export const brief = (month: string) => call('file.printBrief', { month });
