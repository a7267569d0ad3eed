import { pointUnits, type PointUnit } from '../../../miniprogram/contracts/passbook';
import type { Login } from '../person/login';

/** The books that somebody has by what they are: members of a branch, helpers, courtyard heads. At least one, in the order of the tabs. */
export function unitsOf({ kinds, hats }: Pick<Login, 'kinds' | 'hats'>): readonly PointUnit[] {
  const keeps: Readonly<Record<PointUnit, boolean>> = {
    organization: kinds.includes('branchMember'),
    service: kinds.includes('serviceMember') || kinds.includes('branchMember'),
    courtyard: hats.some(({ hat }) => hat === 'courtyardHead'),
  };
  const kept = pointUnits.filter((unit) => keeps[unit]);
  return kept.length > 0 ? kept : ['service'];
}
