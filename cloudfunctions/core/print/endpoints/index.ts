import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { checkCards } from './check-cards';
import { issueCards } from './issue-cards';
import { printBrief } from './print-brief';
import { printCards } from './print-cards';
import { printMonthSlip } from './print-month-slip';
import { printRewardSheet } from './print-reward-sheet';
import { printSign } from './print-sign';
import { printSlip } from './print-slip';
import { printStationMap } from './print-station-map';
import { printTransferSheet } from './print-transfer-sheet';

/** What is printed. */
export const printEndpoints = {
  'file.printStationMap': printStationMap,
  'file.printSign': printSign,
  'file.issueCards': issueCards,
  'file.checkCards': checkCards,
  'file.printCards': printCards,
  'file.printRewardSheet': printRewardSheet,
  'file.printSlip': printSlip,
  'file.printMonthSlip': printMonthSlip,
  'file.printBrief': printBrief,
  'file.printTransferSheet': printTransferSheet,
} satisfies Partial<Routes<Caller>>;
