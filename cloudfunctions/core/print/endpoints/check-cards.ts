import { cardSelections } from '../../../../miniprogram/contracts/file';
import { signedInEndpoint } from '../../access/endpoint';
import { communities } from '../../place/community';
import { done, refuse } from '../../platform/result';
import { id, object, v } from '../../platform/validation';
import { readCardPath } from '../card-place';
import { readFont } from '../print-pages';
import { partPrintable, readSelected } from '../selected-cards';
import { loadPdf } from '../load-pdf';

/** One query surely answers 99 documents, and one of them must be left to tell that there are more. */
const most = 98;

/**
 * What would be left out if the cards at and under a place were printed now: of the first 98, by name.
 * Cost: 3 reads.
 */
export const checkCards = signedInEndpoint({
  name: 'file.checkCards',
  input: object({ placeId: id, cards: v.picklist(cardSelections) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, actor, { placeId, cards }) {
    const { communityId } = actor.login;
    const place = await readCardPath(context, actor, placeId);
    if (!place.ok) return place;
    const selection = { communityId, path: place.data.path, cards };
    const [community, { found, next }, { glyphFinder }, font] = await Promise.all([
      context.database.get(communities, communityId),
      readSelected(context.database, selection, { after: null, limit: most }),
      loadPdf(),
      readFont(),
    ]);
    if (!community) return refuse('NOT_FOUND', 'placeId');
    const { notes } = partPrintable(community, found, glyphFinder(font));
    return done({ cards: found.length, hasMore: next !== null, notes });
  },
});
