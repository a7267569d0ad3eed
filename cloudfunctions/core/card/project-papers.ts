import { communities, type Community } from '../place/community';
import type { Change, Database } from '../platform/database';
import type { Projected } from '../projection/projection';
import { cards, type Card } from './card';
import { forwardingOf, forwardings } from './forwarding';
import { cardTextOf, isUpToDate } from './rules/card-text';

const cardsAtOnce = 50;

/**
 * Looks through the cards of a community in use after its roster, its office's number or a grid's name or colour was
 * changed: whose paper says what is no longer so is to be printed, and whose number stands on it is asked to forward
 * calls. One read for 50 cards, one write for each that changes.
 */
export async function projectPapers(
  database: Database,
  communityId: string,
  { cursor, hasTime, at }: { readonly cursor: string | null; readonly hasTime: () => boolean; readonly at: Date },
): Promise<Projected> {
  const community = await database.get(communities, communityId);
  if (!community) return { written: 0 };
  let written = 0;
  let after = cursor ?? '';
  for (;;) {
    const found = await database.find(cards, {
      where: { communityId, placeKey: { gt: after } },
      sort: { placeKey: 'asc' },
      limit: cardsAtOnce,
    });
    await askToForward(database, community, found, at);
    for (const card of found) {
      const change = paperChange(community, card);
      if (change) written += await database.updateWhere(cards, { _id: card._id, state: 'open' }, change);
    }
    const last = found.at(-1)?.placeKey;
    if (found.length < cardsAtOnce || last === undefined) return { written };
    after = last;
    if (!hasTime()) return { written, cursor: after };
  }
}

/** A paper of other words than today's is to be printed, and not handed out; one that says what is so, no longer. */
function paperChange(community: Community, card: Card): Change<Card> | undefined {
  const { paper, placeKey, toPrintKey, toHandOutKey } = card;
  if (!paper || placeKey === undefined) return undefined;
  if (isUpToDate(paper.text, cardTextOf(community, card)))
    return toPrintKey === undefined ? undefined : { unset: ['toPrintKey'] };
  if (toPrintKey !== undefined) return undefined;
  return { set: { toPrintKey: placeKey }, ...(toHandOutKey !== undefined && { unset: ['toHandOutKey'] }) };
}

/** Once for each number and whoever took its place; who was asked before is not asked again. */
async function askToForward(database: Database, community: Community, found: readonly Card[], at: Date): Promise<void> {
  const asked = new Map(found.flatMap((card) => forwardingOf(community, card, at) ?? []).map((one) => [one._id, one]));
  for (const forwarding of asked.values()) await database.insert(forwardings, forwarding);
}
