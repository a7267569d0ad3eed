import { collectionPlan } from './types';

/** Who is who and where: communities, places, posts, people, their logins and cards. */
export const peopleCollections = [
  collectionPlan('communities'),
  collectionPlan('places', ['communityId', 'parentId', 'position']),
  collectionPlan('posts', ['communityId', 'hat', 'path'], ['holder.personId']),
  collectionPlan('teams', ['communityId', 'name']),
  collectionPlan(
    'people',
    ['communityId', 'phone'],
    ['phone'],
    ['communityId', 'serves.gridId', 'reachable'],
    ['communityId', 'team.skill', 'reachable'],
    ['communityId', 'teamId', 'reachable'],
    ['communityId', 'kinds'],
  ),
  collectionPlan('logins', ['personId']),
  collectionPlan('cards', ['communityId', '-issuedKey'], ['communityId', 'place.gridId', '-issuedKey']),
  collectionPlan('audit', ['ownerId', '-timeKey']),
];
