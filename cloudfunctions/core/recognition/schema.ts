import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Who was commended, thanked and chosen, and who does not want to be shown. */
export const recognitionCollections: readonly CollectionPlan[] = [
  collectionPlan('commendations', ['branchId', '-period'], ['personIds']),
  collectionPlan('recognitionChoices', ['communityId', 'hidden']),
  collectionPlan(
    'thanksNotes',
    ['communityId', 'shown', '-timeKey'],
    ['communityId', 'awaits', '-timeKey'],
    ['helperIds', 'shown', '-timeKey'],
    ['helperIds', 'timeKey'],
    ['authorId', '-timeKey'],
  ),
  collectionPlan('starMonths', ['personIds']),
  collectionPlan('starServices', ['starId', 'inputKey']),
  collectionPlan('starVotes', ['starId', '_id'], ['starId', 'from'], ['personId']),
];
