import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { registerPerson } from './register';

/** Becoming known. */
export const registrationEndpoints = {
  'person.register': registerPerson,
} satisfies Partial<Routes<Caller>>;
