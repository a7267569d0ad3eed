import { signedInEndpoint } from '../../access/endpoint';
import type { Login } from '../../access/login';
import { timeKey } from '../../platform/ids';
import type { RequestRecord } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { linkExpiry } from '../rules/site-link';
import { orgs, siteLinks, sites, type Site, type SiteLink } from '../site';
import { siteView } from '../view';

/** Former sites that a link remembers. */
const formerLimit = 10;

/**
 * Registers a courier with the organisation of their site, or confirms it for another half a year. Nobody asks for
 * proof, and whoever works elsewhere now leaves the former site by it.
 * The first link of somebody costs one write more.
 * Cost: 3 reads, 3 writes.
 */
export const registerAtSite = signedInEndpoint({
  name: 'site.register',
  input: object({ siteId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run({ database, clock, request }, { login }, { siteId }) {
    const [found, before] = await Promise.all([
      database.getWith(sites, siteId, { in: orgs, by: 'orgId' }),
      database.get(siteLinks, login.personId),
    ]);
    if (found?.document.communityId !== login.communityId) return refuse('NOT_FOUND', 'siteId');
    const now = clock.now();
    const show = (link: SiteLink) => siteView(found.document, found.other, { link, now });
    if (before?.request.requestKey === request.requestKey) return done(show(before));
    const link = linkAfter(before, { login, site: found.document, now, request });
    const { _id, ...set } = link;
    if (before) await database.updateWhere(siteLinks, { _id }, { set });
    else await database.insert(siteLinks, link);
    return done(show(link));
  },
});

function linkAfter(
  before: SiteLink | undefined,
  at: { readonly login: Login; readonly site: Site; readonly now: Date; readonly request: RequestRecord },
): SiteLink {
  const { login, site, now, request } = at;
  const stays = before?.siteId === site._id && before.expiresAt > now;
  const left = before && !stays ? [{ siteId: before.siteId, since: before.since, until: now }] : [];
  const expiresAt = linkExpiry(now);
  return {
    _id: login.personId,
    communityId: site.communityId,
    name: login.name,
    siteId: site._id,
    siteName: site.name,
    orgId: site.orgId,
    since: stays ? before.since : now,
    expiresAt,
    expiryKey: timeKey(expiresAt, login.personId),
    former: [...(before?.former ?? []), ...left].slice(-formerLimit),
    request,
  };
}
