import { pointUnits, type PointUnit } from '../../../../miniprogram/contracts/passbook';
import type { Login } from '../../access/login';
import type { TextPart } from '../../platform/look-up';

/**
 * The books that somebody has by what they are: members of a branch, helpers, courtyard heads. At least one, in
 * the order of the tabs.
 */
export function unitsOf(owner: Pick<Login, 'kinds' | 'hats'>): readonly PointUnit[] {
  const own = ownUnits(owner);
  return own.length > 0 ? own : ['service'];
}

/** The first of them, as the database tells it by a login's own fields. */
export const firstUnit: TextPart = {
  cases: [
    { list: 'kinds', has: 'branchMember', value: 'organization' satisfies PointUnit },
    { list: 'kinds', has: 'serviceMember', value: 'service' satisfies PointUnit },
    { list: 'hats.hat', has: 'courtyardHead', value: 'courtyard' satisfies PointUnit },
  ],
  otherwise: 'service' satisfies PointUnit,
};

/** Whether somebody has a book at all; a resident who serves nobody has none, and nobody else may look one up. */
export function hasPassbook(owner: Pick<Login, 'kinds' | 'hats'>): boolean {
  return ownUnits(owner).length > 0;
}

/** The books that somebody has by what they are; none where they serve nobody. */
export function ownUnits({ kinds, hats }: Pick<Login, 'kinds' | 'hats'>): readonly PointUnit[] {
  const has: Readonly<Record<PointUnit, boolean>> = {
    organization: kinds.includes('branchMember'),
    service: kinds.includes('serviceMember') || kinds.includes('branchMember'),
    courtyard: hats.some(({ hat }) => hat === 'courtyardHead'),
  };
  return pointUnits.filter((unit) => has[unit]);
}
