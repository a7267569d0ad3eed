import type { Community } from '../place/community';
import { memberHats, postHats } from '../../../miniprogram/contracts/hat';
import { isFirstBranch } from '../place/branch';
import type { Post } from '../place/post';
import type { PlaceRef } from '../place/place';
import type { HatAssignment } from './login';
import type { Person } from '../person/person';

type HatsCommunity = Pick<Community, '_id' | 'branchName' | 'name'>;

/** Every hat of a person: those of their posts, in the order of rank, then what they are. Never empty. */
export function listHats(person: Person, posts: readonly Post[], community: HatsCommunity): HatAssignment[] {
  const held = posts.filter(({ holder }) => holder?.personId === person._id);
  const ranked = postHats.flatMap((hat) => held.filter((post) => post.hat === hat));
  return [...ranked.map((post) => postHat(post, held)), ...ownHats(person, community)].map((hat) =>
    ofBranch(hat, person),
  );
}

/** Who is a member takes part in their own branch, whichever of the community's it is. */
function ofBranch(hat: HatAssignment, { branchId }: Person): HatAssignment {
  const isMember = memberHats.some((one) => one === hat.hat);
  return isMember && branchId !== undefined && !isFirstBranch(branchId) ? { ...hat, branchId } : hat;
}

function postHat(post: Post, held: readonly Post[]): HatAssignment {
  const also = held.find((other) => other !== post && other.placeId === post.placeId && other.team === undefined)?.hat;
  const detail = post.team?.name ?? also;
  return {
    key: `${post.hat}@${post.team?.teamId ?? post.placeId}`,
    hat: post.hat,
    placeId: post.placeId,
    path: post.path,
    placeName: post.placeName,
    ...(post.colour && { colour: post.colour }),
    ...(detail !== undefined && { detail }),
    ...(post.team && { teamId: post.team.teamId }),
    ...(post.employer && { employerId: post.employer.employerId }),
    ...(post.branchId !== undefined && { branchId: post.branchId }),
  };
}

function ownHats(person: Person, community: HatsCommunity): HatAssignment[] {
  const atCommunity = { placeId: community._id, path: community._id };
  const hats: HatAssignment[] = [];
  if (person.kinds.includes('serviceMember') || person.kinds.includes('branchMember')) {
    const { serves } = person;
    hats.push({
      key: `member@${community._id}`,
      hat: 'member',
      ...atCommunity,
      placeName: serves?.gridName ?? person.branchName ?? community.branchName,
      ...(serves?.colour && { colour: serves.colour }),
    });
  }
  if (person.kinds.includes('courier'))
    hats.push({ key: `courier@${community._id}`, hat: 'courier', ...atCommunity, placeName: community.name });
  if (person.kinds.includes('merchant'))
    hats.push({ key: `merchant@${community._id}`, hat: 'merchant', ...atCommunity, placeName: community.name });
  if (person.home) hats.push(residentHat(person.home));
  else if (hats.length === 0)
    hats.push({ key: `resident@${community._id}`, hat: 'resident', ...atCommunity, placeName: community.name });
  return hats;
}

/** A resident's hat reaches their courtyard: neighbours may join an order there. */
function residentHat(home: PlaceRef): HatAssignment {
  const steps = home.path.split('/');
  const courtyard =
    home.courtyardId === undefined ? home.path : steps.slice(0, steps.indexOf(home.courtyardId) + 1).join('/');
  const placeId = home.courtyardId ?? home.placeId;
  return {
    key: `resident@${placeId}`,
    hat: 'resident',
    placeId,
    path: courtyard,
    placeName: home.label,
    ...(home.colour && { colour: home.colour }),
  };
}
