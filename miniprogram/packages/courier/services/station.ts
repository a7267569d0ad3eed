import type { Gcj02Point } from '../../../contracts/distance';
import type { OpeningHours, StationProblem } from '../../../contracts/station';
import { call, write } from '../../../services/platform/call';

const page = (cursor?: string): { cursor?: string } => (cursor === undefined ? {} : { cursor });

export const list = (cursor?: string) => call('station.list', page(cursor));
export const listNear = (point: Gcj02Point, beyondMetres?: number) =>
  call('station.listNear', { ...point, ...(beyondMetres !== undefined && { beyondMetres }) });
export const get = (stationId: string) => call('station.get', { stationId });
export const report = (stationId: string, problem: StationProblem, words: string) =>
  write('station.report', { stationId, problem, words });
export const listMine = () => call('station.listMine', {});
export const changeHours = (stationId: string, version: number, hours: OpeningHours) =>
  write('station.changeHours', { stationId, version, hours });
export const withdraw = (stationId: string, withdrawn: boolean) => write('station.withdraw', { stationId, withdrawn });
/** To where the phone is, in GCJ-02. */
export const move = (stationId: string, here: Gcj02Point) =>
  write('station.move', { stationId, ...here, system: 'gcj02' });
export const verify = (stationId: string) => write('station.verify', { stationId });
export const listSigns = (cursor?: string) => call('station.listSigns', page(cursor));
export const handOverSign = (stationId: string, receivedBy: string) =>
  write('station.handOverSign', { stationId, receivedBy });
