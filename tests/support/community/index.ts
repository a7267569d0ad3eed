import { stampForms, wholeForms } from '../../../local/demo/forms';
import { buildLogin } from '../../../cloudfunctions/core/access/build-login';
import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import { cards } from './cards';
import { communities } from './communities';
import { branches } from './branches';
import { communityOf, employers, imported, openidOf, personOf, postOf, somebodies, teams } from './people';
import { enrolmentCounts, enrolments } from './enrolments';
import { places } from './places';
import { runsAt } from './runs';
import { visitPlans, waitingMove, waitingVisit } from './visits';
import { sharedRecord, waitingReview, waitingReviewRows } from './reviews';
import { orgs, siteLinks, siteRecords, sites, stations } from './stations';

export { sites, stations } from './stations';
export { couriersBranch, waitingTransfer } from './branches';
export { cards, communities, employers, imported, openidOf, somebodies };
export { placeNamed } from './places';
export { waitingMove, waitingVisit } from './visits';

/** A community small enough to know by heart, and a second one beside it that nobody of the first may look into. */
export const communityNow = new Date('2026-11-23T10:00:00+08:00');

/** The login of each person, as introductions or an import would have made it. */
export function sampleLogins(): LoginWithInbox[] {
  return somebodies.map((one) => {
    const home = communities.find(({ _id }) => _id === communityOf(one))!;
    const login = buildLogin({
      openid: openidOf(one.id),
      person: personOf(one, true),
      posts: postOf(one),
      community: home,
    });
    const worn = one.wears && login.hats.find(({ hat }) => hat === one.wears);
    return worn ? { ...login, hatInUse: worn.key } : login;
  });
}

interface Loads {
  load(collection: string, documents: readonly object[]): void;
}

/** The last run of the timer in a community that has been going for a while. */
const lastRunAt = new Date(communityNow.getTime() - 10 * 60_000);

/**
 * @param of `new` for one in which no job has run: the first run does what the nights before would have done, in some
 * six hundred calls
 */
export function loadCommunity(database: Loads, of: 'running' | 'new' = 'running'): void {
  const load = (collection: string, documents: readonly object[]) =>
    database.load(collection, stampForms(collection, documents));
  load('communities', communities);
  load('places', places);
  load('teams', teams);
  load('branches', branches);
  load('employers', employers);
  load('posts', somebodies.flatMap(postOf));
  load('people', [...somebodies.map((one) => personOf(one, true)), personOf(imported, false)]);
  load('logins', sampleLogins());
  load('cards', cards);
  load('stations', stations);
  load('sites', sites);
  load('orgs', orgs);
  load('siteLinks', siteLinks);
  load('siteRecords', siteRecords);
  load('enrolments', enrolments);
  load('enrolmentCounts', enrolmentCounts);
  load('visitPlans', visitPlans);
  load('visits', [waitingVisit]);
  load('moves', [waitingMove]);
  load('reviews', [waitingReview]);
  load('reviewRows', waitingReviewRows);
  load('exchanges', [sharedRecord]);
  load('forms', wholeForms);
  if (of === 'running') load('runs', runsAt(lastRunAt));
}

/** The sample community before its first night. */
export const newCommunity = {
  load: (database: Loads) => loadCommunity(database, 'new'),
  personas: () => [],
};
