import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { printSign } from './print-sign';
import { printStationMap } from './print-station-map';

/** What is printed. */
export const printEndpoints = {
  'file.printStationMap': printStationMap,
  'file.printSign': printSign,
} satisfies Partial<Routes<Caller>>;
