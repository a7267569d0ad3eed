import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { confirmVisit } from './confirm';
import { getHousehold } from './get-household';
import { listHouseholds } from './list-households';
import { listVisitsToConfirm } from './list-to-confirm';
import { planVisit } from './plan';
import { recordAlone } from './record-alone';
import { recordVisit } from './record';
import { revealResidentPhone } from './reveal-phone';

/** Visits to households, and by whose word they count. */
export const visitEndpoints = {
  'visit.listHouseholds': listHouseholds,
  'visit.getHousehold': getHousehold,
  'visit.plan': planVisit,
  'visit.record': recordVisit,
  'visit.recordAlone': recordAlone,
  'visit.revealPhone': revealResidentPhone,
  'visit.listToConfirm': listVisitsToConfirm,
  'visit.confirm': confirmVisit,
} satisfies Partial<Routes<Caller>>;
