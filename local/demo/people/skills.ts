import type { DemoPerson } from './people-builder';

/** What members of a small community can do, and when. */
export const helperSkills: readonly Pick<DemoPerson, 'skills' | 'free' | 'atWork'>[] = [
  { skills: ['repair', 'errand'], free: ['today-afternoon', 'today-evening', 'saturday'], atWork: [] },
  { skills: ['escort', 'errand', 'family'], free: ['today-afternoon', 'saturday'], atWork: [] },
  { skills: ['device', 'schooling'], free: ['today-evening', 'saturday'], atWork: ['today-afternoon'] },
  { skills: ['repair'], free: ['saturday'], atWork: ['today-afternoon'] },
  { skills: ['errand', 'counsel'], free: ['today-afternoon', 'today-evening'], atWork: [] },
];
