import type { NameApart } from './name-apart';
import type { Skill } from './skill';

/** A volunteers' team as whoever may see it sees it; who is in it is read by whoever changes teams, and by its own. */
export interface TeamView {
  readonly teamId: string;
  readonly name: string;
  /** What it helps with: orders of this category come to it. */
  readonly skill: Skill;
  /** Absent while nobody leads it. */
  readonly captain?: string;
  readonly captainId: string;
  readonly count: number;
  readonly memberIds: readonly string[];
  /** The section that it serves (1+N); absent for a team of the whole community. */
  readonly sectionId?: string;
  /** The members' vanguard, whose list is the wishes and the needs ledger. */
  readonly vanguard?: true;
  readonly version: number;
}

export interface TeamMemberView extends NameApart {
  readonly personId: string;
  readonly name: string;
}

/** Whom a section's team has beside its party member, as a community decides (S1-12). */
export const teamKinds = ['resident', 'veteran', 'volunteer'] as const;
export type TeamKind = (typeof teamKinds)[number];

/** How many teams a community has, and how many are in one. */
export const teamLimits = { teams: 40, members: 60, name: 20 } as const;

export interface TeamApi {
  /** `teamId`: with the names of its members. */
  'team.list': {
    input: { teamId?: string };
    output: { teams: readonly TeamView[]; members?: readonly TeamMemberView[]; mine: boolean };
  };
  /** Without `teamId` a new one; `version` 0 for what was never changed. The captain is one of the members. */
  'team.change': {
    input: {
      teamId?: string;
      version: number;
      name: string;
      skill: Skill;
      captainId: string;
      memberIds: readonly string[];
      sectionId?: string;
      /** A community has one. */
      vanguard?: boolean;
      requestId: string;
    };
    output: TeamView;
  };
}
