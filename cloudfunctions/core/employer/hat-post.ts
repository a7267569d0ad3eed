import type { Post } from '../place/post';
import type { Employer } from './employer';

/**
 * The post that gives somebody the hat of an employer: one for each person, so that giving it twice is giving it once.
 * It stands at the employer, which is no place, and reaches no place beside it.
 */
export function hatPost({ _id: employerId, communityId, name }: Employer, personId: string, at: Date): Post {
  return {
    _id: hatPostId(employerId, personId),
    communityId,
    hat: 'employer',
    placeId: employerId,
    path: communityId,
    placeName: name,
    employer: { employerId, name },
    since: at,
    heldBy: null,
  };
}

export function hatPostId(employerId: string, personId: string): string {
  return `employer_${employerId}_${personId}`;
}
