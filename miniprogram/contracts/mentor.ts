import type { NameApart } from './name-apart';

/**
 * A mentor guides two or three apprentices (S3-08, 导师制): a member of the committee class those of the young class. A
 * fourth is refused, one alone is said.
 */
export const mentorLimits = { fewest: 2, most: 3 } as const;

export interface MentorPerson extends NameApart {
  readonly personId: string;
  readonly name: string;
}

/** `notYoung`: an apprentice who is in another class by now, and whose mentor may part from them. */
export interface ApprenticeView extends MentorPerson {
  readonly notYoung?: true;
}

/**
 * `few`: fewer apprentices than are asked for. `notCommittee`: in another class by now, so that somebody else should
 * guide these.
 */
export interface MentorView extends MentorPerson {
  readonly apprentices: readonly ApprenticeView[];
  readonly advice?: 'few' | 'notCommittee';
}

export interface MentorApi {
  /**
   * Who guides whom in the caller's branch. Who keeps the branch sees all; a member sees the pair that they are in.
   * `without`: young members whom nobody guides. `mine`: the caller says who guides whom.
   */
  'mentor.list': {
    input: Record<string, never>;
    output: { mentors: readonly MentorView[]; without: readonly MentorPerson[]; mine: boolean };
  };
  /** Somebody guides a young member from now on, in place of whoever did. */
  'mentor.assign': {
    input: { mentorId: string; apprenticeId: string; requestId: string };
    output: { apprenticeId: string; mentorId: string };
  };
  /** Nobody guides them any more. */
  'mentor.release': { input: { apprenticeId: string; requestId: string }; output: { apprenticeId: string } };
}
