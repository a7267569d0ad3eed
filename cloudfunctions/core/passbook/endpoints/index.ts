import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { auditPassbooks } from './audit';
import { closeAlarm } from './close-alarm';
import { listAlarms } from './list-alarms';
import { contestEntry } from './contest';
import { getPassbook } from './get';
import { listPassbooks } from './list';
import { getPatterns } from './get-patterns';
import { listPairs } from './list-pairs';
import { listGrants } from './list-grants';
import { listReversals } from './list-reversals';
import { proposeGrant } from './propose-grant';
import { proposeReversal } from './propose-reversal';
import { signGrant } from './sign-grant';
import { signReversal } from './sign-reversal';
import { checkSlip } from './slip/check';
import { getSlip } from './slip/get';
import { upholdEntry } from './uphold';
import { verifyPassbook } from './verify';

/** Reading, checking and disputing books. */
export const passbookEndpoints = {
  'passbook.get': getPassbook,
  'passbook.list': listPassbooks,
  'passbook.verify': verifyPassbook,
  'passbook.audit': auditPassbooks,
  'passbook.slip': getSlip,
  'passbook.checkSlip': checkSlip,
  'passbook.contest': contestEntry,
  'passbook.uphold': upholdEntry,
  'passbook.proposeReversal': proposeReversal,
  'passbook.listPairs': listPairs,
  'passbook.getPatterns': getPatterns,
  'passbook.listReversals': listReversals,
  'passbook.signReversal': signReversal,
  'passbook.proposeGrant': proposeGrant,
  'passbook.listGrants': listGrants,
  'passbook.signGrant': signGrant,
  'passbook.listAlarms': listAlarms,
  'passbook.closeAlarm': closeAlarm,
} satisfies Partial<Routes<Caller>>;
