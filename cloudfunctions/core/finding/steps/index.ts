import { chiefs, households } from './chiefs';
import { courtyards, openOrders, persons, shops } from './rest';
import type { Step } from './share';
import { sections, sectionTeams } from './teams';
import { vacancies } from './vacancies';

/** What is walked through, in this order. */
export const steps: readonly Step[] = [
  households,
  chiefs,
  courtyards,
  shops,
  vacancies,
  sections,
  sectionTeams,
  persons,
  openOrders,
];
