import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { findPeople } from './find-people';
import { getPortrait } from './get-portrait';
import { listReveals } from './list-reveals';
import { removePortrait } from './remove-portrait';
import { setPortrait } from './set-portrait';
import { settlePerson } from './settle';

/** What is kept of a person. */
export const personEndpoints = {
  'person.listReveals': listReveals,
  'person.find': findPeople,
  'person.settle': settlePerson,
  'person.getPortrait': getPortrait,
  'person.setPortrait': setPortrait,
  'person.removePortrait': removePortrait,
} satisfies Partial<Routes<Caller>>;
