import type { Card } from '../../../cloudfunctions/core/card/card';
import type { GridCoverage } from '../../../cloudfunctions/core/card/coverage';
import { numberKey, type NumberCheck } from '../../../cloudfunctions/core/card/number-check';
import { cardTextOf } from '../../../cloudfunctions/core/card/rules/card-text';
import type { Community } from '../../../cloudfunctions/core/place/community';
import type { PlaceKind } from '../../../miniprogram/contracts/place';
import { within, type PlaceNode, type PlaceTree } from './tree';

/** The last so many cards of a community wait for being printed, and as many before them for being handed out. */
const waiting = 3;

/** The cards as they are printed and handed out, a few of them not yet. */
export function withPapers(cards: readonly Card[], community: Community): readonly Card[] {
  const open = cards.filter(({ state }) => state === 'open');
  return cards.map((card) => {
    const left = open.length - open.indexOf(card);
    const today = cardTextOf(community, card);
    if (card.state !== 'open' || 'missing' in today || (open.length > 3 * waiting && left <= waiting)) return card;
    const { toPrintKey = '', ...printed } = card;
    const paper = { text: today.text, printedAt: card.issuedAt, taskId: 'demo-print' };
    if (open.length > 3 * waiting && left <= 2 * waiting) return { ...printed, paper, toHandOutKey: toPrintKey };
    const { issuedBy: by, issuedAt: at } = card;
    return { ...printed, paper, handedOut: { receivedBy: '住户', by, hat: 'gridWorker', at } };
  });
}

/** How far each grid is covered, as the nightly job counts it. */
export function coverageOf(tree: PlaceTree, cards: readonly Card[], community: Community, at: Date): GridCoverage[] {
  const covered = new Set(cards.filter(({ state }) => state === 'open').map(({ place }) => place.placeId));
  const hasCard = ({ placeId, kind, above }: PlaceNode): boolean =>
    covered.has(placeId) || (kind === 'household' && covered.has(above.at(-1)?.placeId ?? ''));
  return community.grids.map(({ gridId, name, colour }) => {
    const of = (kind: PlaceKind) => tree.of(kind).filter((node) => within(node, 'grid').placeId === gridId);
    const count = (kind: PlaceKind) => ({ total: of(kind).length, withCard: of(kind).filter(hasCard).length });
    const without = [...of('courtyard'), ...of('household')].filter((node) => !hasCard(node));
    return {
      _id: gridId,
      communityId: community._id,
      gridId,
      gridName: name,
      ...(colour && { colour }),
      courtyards: count('courtyard'),
      households: count('household'),
      without: without.slice(0, 20).map(({ label }) => label),
      countedAt: at,
    };
  });
}

/** The office's number was called a month ago; the others wait for it. */
export function numberChecksOf(community: Community, now: Date): NumberCheck[] {
  const by = community.secretary ?? { personId: 'nobody', name: '社区' };
  return [
    {
      _id: numberKey({ placeId: community._id, kind: 'office' }),
      communityId: community._id,
      phone: community.office.phone,
      checkedAt: new Date(now.getTime() - 30 * 24 * 3_600_000),
      checkedBy: { personId: by.personId, name: by.name },
      request: { requestKey: `demo-check-${community._id}`, inputHash: '' },
    },
  ];
}
