import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { approveChange } from './approve-change';
import { listChanges } from './list-changes';
import { refuseChange } from './refuse-change';
import { registerPerson } from './register';
import { requestChange } from './request-change';

/** Becoming known, and becoming known otherwise. */
export const registrationEndpoints = {
  'person.register': registerPerson,
  'person.requestChange': requestChange,
  'person.listChanges': listChanges,
  'person.approveChange': approveChange,
  'person.refuseChange': refuseChange,
} satisfies Partial<Routes<Caller>>;
