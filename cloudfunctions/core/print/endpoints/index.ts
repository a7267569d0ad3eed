import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { printRewardSheet } from './print-reward-sheet';
import { printSign } from './print-sign';
import { printStationMap } from './print-station-map';

/** What is printed. */
export const printEndpoints = {
  'file.printStationMap': printStationMap,
  'file.printSign': printSign,
  'file.printRewardSheet': printRewardSheet,
} satisfies Partial<Routes<Caller>>;
