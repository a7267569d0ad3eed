import type { SignedIn } from '../../access/caller';
import type { OrderActor } from '../rules/relations';

/**
 * The caller as the rules of orders see them. A captain leads their team in whatever hat they wear. Whoever only typed
 * a number at a card is nobody's neighbour yet: a picture of a door's card is enough for that.
 */
export function orderActor({ login, hat }: SignedIn): OrderActor {
  return {
    personId: login.personId,
    name: login.name,
    phone: login.phone,
    openid: login._id,
    hat: hat.hat,
    path: hat.path,
    communityId: login.communityId,
    courtyardId: login.phoneVerified ? (login.home?.courtyardId ?? null) : null,
    teamId: login.hats.find((one) => one.hat === 'teamCaptain')?.teamId ?? null,
    ...headOf(login),
    ...(!isMember(login) && { staff: true }),
  };
}

/** The courtyards whose head somebody is; absent for none. */
export function headOf({ hats }: Pick<SignedIn['login'], 'hats'>): { readonly headOf?: readonly string[] } {
  const places = hats.flatMap(({ hat, placeId }) => (hat === 'courtyardHead' ? [placeId] : []));
  return places.length > 0 ? { headOf: places } : {};
}

/** Members of a branch, here or at work, earn points for what they do. */
export function isMember({ kinds }: Pick<SignedIn['login'], 'kinds'>): boolean {
  return kinds.includes('serviceMember') || kinds.includes('branchMember');
}
