import { postLevels, type PostLevel } from '../../../miniprogram/contracts/post';
import { teamKinds, type TeamKind } from '../../../miniprogram/contracts/team';
import { object, optional, v } from '../platform/validation';

/** What a community decided on its posts. */
export interface PlacePolicy {
  /** Which levels it has; they stand in the order of `postLevels`, whatever the order here. */
  readonly levels: readonly PostLevel[];
  /** Whom a section's team has to have beside its party member; absent: anybody. */
  readonly teamKinds?: readonly TeamKind[];
}

/** 党支部 › 党小组 › 网格员 › 街巷长 › 楼院长 (S1-09). */
export const fiveLevels: readonly PostLevel[] = ['branch', 'partyGroup', 'gridWorker', 'laneChief', 'courtyardHead'];

/** 党支部 › 党小组 › 党员中心户 (S2-07). */
export const threeLevels: readonly PostLevel[] = ['branch', 'partyGroup', 'centreHousehold'];

export const defaultTeamKinds: readonly TeamKind[] = [];
export const defaultPlacePolicy: PlacePolicy = { levels: fiveLevels, teamKinds: defaultTeamKinds };

/** The branch is the top of every form. */
export const placePolicySchema = object({
  levels: v.pipe(
    v.array(v.picklist(postLevels)),
    v.maxLength(postLevels.length),
    v.check((levels) => levels.includes('branch')),
    v.check((levels) => new Set(levels).size === levels.length),
  ),
  teamKinds: optional(
    v.pipe(
      v.array(v.picklist(teamKinds)),
      v.maxLength(teamKinds.length),
      v.check((kinds) => new Set(kinds).size === kinds.length),
    ),
  ),
});
