import type { Card } from '../../../cloudfunctions/core/card/card';
import { issueCard } from '../places/cards';
import { within, type PlaceNode } from '../places/tree';
import { daysBefore, type CommunityBuilder } from './community-builder';

/**
 * A card for each of these places, brought by the grid worker half a year and more ago.
 * @throws in a grid without one
 */
export function issueDoorCards(
  builder: CommunityBuilder,
  sites: readonly PlaceNode[],
  size: (node: PlaceNode) => Card['size'] = () => 'normal',
): Card[] {
  const { id, people, random, context } = builder;
  return sites.map((node) => {
    const by = people.holderOf('gridWorker', within(node, 'grid'));
    if (by === undefined) throw new Error(`nobody issues cards at ${node.label}`);
    return issueCard(
      node,
      { communityId: id, by, at: daysBefore(context.now, random.integer(190, 400)), size: size(node) },
      random,
    );
  });
}
