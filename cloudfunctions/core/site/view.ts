import type { SiteRecordView, SiteSummary, SiteView } from '../../../miniprogram/contracts/site';
import type { Caller } from '../access/caller';
import { gcj02Of } from '../station/station';
import type { Organisation, Site, SiteLink, SiteRecord } from './site';

export function siteSummary({ _id, name, communityId, kind, gcj02 }: Site): SiteSummary {
  return { siteId: _id, name, communityId, kind, gcj02: gcj02Of(gcj02) };
}

/** A site with whom to turn to; `link` is the reader's own, and says nothing once it lapsed. */
export function siteView(
  site: Site,
  org: Organisation | undefined,
  { link, now }: { readonly link: SiteLink | undefined; readonly now: Date },
): SiteView {
  const mine = link?.siteId === site._id && link.expiresAt > now ? link : undefined;
  return {
    ...siteSummary(site),
    orgName: org?.name ?? '',
    instructors: (org?.instructors ?? []).map(({ name, phone }) => ({ name, phone })),
    placeId: site.place.placeId,
    ...(mine && { mine: { expiresAt: mine.expiresAt.toISOString() } }),
  };
}

/** Who keeps records of the organisation reads who joined; who got care is read once they agreed, or by themselves. */
export function recordView(record: SiteRecord, caller: Caller, readsNames: boolean): SiteRecordView {
  const { _id, siteId, siteName, kind, words, at, by, joined, recipient } = record;
  const personId = caller.login?.personId;
  const own = recipient && 'personId' in recipient && recipient.personId === personId;
  return {
    recordId: _id,
    siteId,
    siteName,
    kind,
    words,
    at: at.toISOString(),
    byName: by.name,
    joined: joined.length,
    iJoin: joined.some((joiner) => joiner.personId === personId),
    ...(readsNames && { joinedNames: joined.map(({ name }) => name) }),
    ...(recipient && (own || readsNames) && { consent: recipient.consent }),
    ...(recipient && 'name' in recipient && (own || (readsNames && recipient.consent === 'agreed'))
      ? { recipientName: recipient.name }
      : {}),
  };
}
