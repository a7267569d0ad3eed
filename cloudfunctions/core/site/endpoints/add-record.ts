import { limits } from '../../../../miniprogram/contracts/limits';
import { siteRecordKinds } from '../../../../miniprogram/contracts/site';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import { derivedId, timeKey } from '../../platform/ids';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, instant, object, optional, requestId, v, words } from '../../platform/validation';
import { orgs, siteLinks, siteRecords, sites, type SiteRecord } from '../site';
import { recordView } from '../view';

/**
 * An instructor or a steward writes down what is done for a site's couriers. Care names whoever gets it, who is asked
 * first and must be registered at that site.
 * Care costs one read more.
 * Cost: 2 reads, 2 writes.
 */
export const addSiteRecord = signedInEndpoint({
  name: 'site.addRecord',
  input: object({
    siteId: id,
    kind: v.picklist(siteRecordKinds),
    words: words(limits.siteRecord),
    at: instant,
    recipientId: optional(id),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const { database, openid, requestId: key, request } = context;
    const [found, recipient, refused] = await Promise.all([
      database.getWith(sites, input.siteId, { in: orgs, by: 'orgId' }),
      recipientOf(context, input),
      checkTexts(context, { words: input.words }),
    ]);
    if (found?.document.communityId !== caller.login.communityId) return refuse('NOT_FOUND', 'siteId');
    if (!mayKeep(caller, found.other?.instructors ?? [])) return refuse('FORBIDDEN', 'siteId');
    if (!recipient.ok) return recipient;
    if (refused) return refused;
    const { communityId, _id: siteId, name: siteName, orgId } = found.document;
    const _id = derivedId('e', openid, key);
    const at = new Date(input.at);
    const by = { personId: caller.login.personId, name: caller.login.name };
    const record: SiteRecord = {
      ...{ _id, communityId, siteId, siteName, orgId, kind: input.kind, words: input.words, at },
      by,
      act: { at: context.clock.now(), by, hat: caller.hat.hat },
      joined: [],
      ...(recipient.data && { recipient: recipient.data }),
      recordKey: timeKey(at, _id),
      requests: [request],
    };
    if (await database.insert(siteRecords, record)) return done(recordView(record, caller, true));
    const before = await database.get(siteRecords, _id);
    const replay = before && replayOf(before.requests, request, () => recordView(before, caller, true));
    return replay ?? refuse('REQUEST_REUSED', 'requestId');
  },
});

function mayKeep({ scope, login }: SignedIn, instructors: readonly { readonly personId: string }[]): boolean {
  return scope === 'community' || instructors.some(({ personId }) => personId === login.personId);
}

/** Whoever gets care, asked for their consent; nobody for the other kinds. */
async function recipientOf(
  { database, clock }: Context,
  { kind, siteId, recipientId }: { kind: SiteRecord['kind']; siteId: string; recipientId?: string },
): Promise<Result<SiteRecord['recipient'] | null>> {
  if (kind !== 'care') return recipientId === undefined ? done(null) : refuse('INVALID_INPUT', 'recipientId');
  const link = recipientId === undefined ? undefined : await database.get(siteLinks, recipientId);
  if (link?.siteId !== siteId || link.expiresAt <= clock.now()) return refuse('INVALID_INPUT', 'recipientId');
  return done({ personId: link._id, name: link.name, consent: 'asked' });
}
