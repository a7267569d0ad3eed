import type { SiteLinkView } from '../../../../miniprogram/contracts/site';
import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy } from '../../access/permissions';
import { readApart } from '../../person/read-apart';
import { cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional } from '../../platform/validation';
import { readOwnOrgs } from '../kept-orgs';
import { siteLinks, type SiteLink } from '../site';

/**
 * Couriers who are registered with the instructor's organisation, or anywhere in the community, newest first; a link
 * that lapsed is in no list.
 * An instructor's organisation costs one read more, and so do two of one name.
 * Cost: 3 reads.
 */
export const listSiteLinks = signedInEndpoint({
  name: 'site.listLinks',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database, clock }, caller, input) {
    const { scope, login } = caller;
    const org = scope === 'own' ? (await readOwnOrgs(database, caller))[0] : undefined;
    if (scope === 'own' && !org) return done({ links: [] });
    const alive = { gt: clock.now().toISOString(), ...(input.cursor !== undefined && { lt: input.cursor }) };
    const found = await database.find(siteLinks, {
      where: { ...(org ? { orgId: org._id } : { communityId: login.communityId }), expiryKey: alive },
      sort: { expiryKey: 'desc' },
      ...pageQuery(limits.pageSize),
    });
    const { shown, next } = cutPage(found, limits.pageSize, ({ expiryKey }) => expiryKey);
    const named = shown.map(({ _id: personId, name }) => ({ personId, name }));
    const apart = await readApart(database, named, apartBy(caller.hat.hat));
    return done({
      links: shown.map((link) => ({ ...linkView(link), ...apart(link._id) })),
      ...(next !== undefined && { next }),
    });
  },
});

function linkView({ _id, name, siteId, siteName, since, expiresAt }: SiteLink): SiteLinkView {
  return {
    personId: _id,
    name,
    siteId,
    siteName,
    since: since.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
