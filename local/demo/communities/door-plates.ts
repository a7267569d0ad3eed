import type { Card } from '../../../cloudfunctions/core/card/card';
import { issueCard } from '../places/cards';
import { within, type Site } from '../places/tree';
import { daysBefore, type Building } from './neighbourhood';

/**
 * A card for each of these places, brought by the grid worker half a year and more ago.
 * @throws in a grid without one
 */
export function doorPlates(
  building: Building,
  sites: readonly Site[],
  size: (site: Site) => Card['size'] = () => 'normal',
): Card[] {
  const { id, crowd, chance, ground } = building;
  return sites.map((site) => {
    const by = crowd.holderOf('gridWorker', within(site, 'grid'));
    if (by === undefined) throw new Error(`nobody issues cards at ${site.label}`);
    return issueCard(
      site,
      { communityId: id, by, at: daysBefore(ground.now, chance.between(190, 400)), size: size(site) },
      chance,
    );
  });
}
