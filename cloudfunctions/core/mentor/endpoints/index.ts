import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { assignMentor } from './assign';
import { listMentors } from './list';
import { releaseApprentice } from './release';

/** Who guides whom in a branch (S3-08). */
export const mentorEndpoints = {
  'mentor.list': listMentors,
  'mentor.assign': assignMentor,
  'mentor.release': releaseApprentice,
} satisfies Partial<Routes<Caller>>;
