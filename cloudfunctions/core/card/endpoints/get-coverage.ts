import type { GridCoverageView } from '../../../../miniprogram/contracts/card';
import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { object } from '../../platform/validation';
import { cardCoverage, type GridCoverage } from '../coverage';

/** A community has no more grids than this. */
const most = 40;

/**
 * How far each grid of the hat's reach is covered with cards, as it was counted last.
 * Cost: 2 reads.
 */
export const getCardCoverage = signedInEndpoint({
  name: 'card.getCoverage',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login, hat, scope }) {
    const grid = scope === 'grid' ? { gridId: hat.placeId } : {};
    const found = await database.find(cardCoverage, {
      where: { communityId: login.communityId, ...grid },
      sort: { gridId: 'asc' },
      limit: most,
    });
    return done({ grids: found.map(view) });
  },
});

function view({ _id: _same, communityId: _own, countedAt, ...coverage }: GridCoverage): GridCoverageView {
  return { ...coverage, countedAt: countedAt.toISOString() };
}
