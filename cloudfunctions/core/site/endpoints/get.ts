import { endpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { id, object } from '../../platform/validation';
import { orgs, siteLinks, sites } from '../site';
import { siteView } from '../view';

/**
 * A site, the organisation that looks after it and its instructors (S5-09), for everybody.
 * Cost: 3 reads.
 */
export const getSite = endpoint({
  name: 'site.get',
  input: object({ siteId: id }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database, clock }, caller, { siteId }) {
    const [found, link] = await Promise.all([
      database.getWith(sites, siteId, { in: orgs, by: 'orgId' }),
      caller.login && database.get(siteLinks, caller.login.personId),
    ]);
    if (!found) return refuse('NOT_FOUND', 'siteId');
    return done(siteView(found.document, found.other, { link, now: clock.now() }));
  },
});
