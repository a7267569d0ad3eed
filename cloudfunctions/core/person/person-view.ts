import type { PersonView } from '../../../miniprogram/contracts/post';
import type { Person } from './person';
import { maskedPhone } from './phone';

/** Somebody as whoever gives posts sees them. */
export function personView({ _id, name, phone, home, serves, kinds, reachable }: Person): PersonView {
  const placeLabel = home?.label ?? serves?.gridName;
  return {
    personId: _id,
    name,
    phone: maskedPhone(phone),
    ...(placeLabel !== undefined && { placeLabel }),
    member: kinds.includes('branchMember') || kinds.includes('serviceMember'),
    reachable,
  };
}
