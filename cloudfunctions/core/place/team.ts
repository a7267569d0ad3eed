import type { Skill } from '../../../miniprogram/contracts/skill';
import type { EndpointName } from '../../../miniprogram/contracts/api';
import type { Hat } from '../../../miniprogram/contracts/hat';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/**
 * A volunteers' team; exactly one captain, who leads only this one (S2-09). The captain's post follows it, and people
 * carry the team that they are in (docs/adr/0038-teams-are-a-source.md).
 */
export interface Team {
  readonly _id: string;
  readonly communityId: string;
  readonly name: string;
  readonly skill: Skill;
  /** '' while nobody leads it. */
  readonly captainId: string;
  /** The captain is one of them. */
  readonly memberIds: readonly string[];
  /** The section that it serves; absent for a team of the whole community. */
  readonly sectionId?: string;
  /** The members’ vanguard (党员先锋队), of which a community has one: it looks after wishes and the needs ledger. */
  readonly vanguard?: true;
  /** Counts changes; absent before the first. */
  readonly version?: number;
  /** Who changed it, the latest last; bounded, absent before the first change. */
  readonly acts?: readonly {
    readonly action: EndpointName;
    readonly personId: string;
    readonly name: string;
    readonly hat: Hat;
    readonly at: Date;
  }[];
  /** The last requests that changed it. */
  readonly requests?: readonly RequestRecord[];
}

export const teams = collection<Team>('teams');
