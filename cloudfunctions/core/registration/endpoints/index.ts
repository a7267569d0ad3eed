import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { approveChange } from './approve-change';
import { leavePerson } from './leave';
import { listChanges } from './list-changes';
import { previewLeave } from './preview-leave';
import { refuseChange } from './refuse-change';
import { registerPerson } from './register';
import { requestChange } from './request-change';
import { requestErasure } from './request-erasure';
import { setAlone } from './set-alone';
import { setRoles } from './set-roles';

/** Becoming known, and becoming known otherwise. */
export const registrationEndpoints = {
  'person.register': registerPerson,
  'person.requestChange': requestChange,
  'person.requestErasure': requestErasure,
  'person.setAlone': setAlone,
  'person.setRoles': setRoles,
  'person.listChanges': listChanges,
  'person.approveChange': approveChange,
  'person.refuseChange': refuseChange,
  'person.previewLeave': previewLeave,
  'person.leave': leavePerson,
} satisfies Partial<Routes<Caller>>;
