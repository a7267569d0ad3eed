import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { findPeople } from './find-people';
import { listReveals } from './list-reveals';
import { settlePerson } from './settle';

/** What is kept of a person. */
export const personEndpoints = {
  'person.listReveals': listReveals,
  'person.find': findPeople,
  'person.settle': settlePerson,
} satisfies Partial<Routes<Caller>>;
