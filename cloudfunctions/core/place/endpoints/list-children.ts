import type { PlaceView } from '../../../../miniprogram/contracts/place';
import type { Caller } from '../../access/caller';
import { endpoint } from '../../access/endpoint';
import { limits } from '../../../../miniprogram/contracts/limits';
import { cards } from '../../card/card';
import type { Context } from '../../platform/context';
import { behindLine, cutPage, pageQuery } from '../../platform/page';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, optional, positionCursor, scannedText, v } from '../../platform/validation';
import { places, type Place } from '../place';
import { placeView } from '../view';

/**
 * The places right under one, a page of them, or the grids of the caller's community; `own` begins in the grid of the hat. Whoever has
 * a card in hand sees those of the card's community instead, without a login, and no household.
 * An own grid without places costs one read more.
 * Cost: 2 reads.
 */
export const listChildPlaces = endpoint({
  name: 'place.listChildren',
  input: object({
    placeId: optional(id),
    token: optional(scannedText(20)),
    own: optional(v.boolean()),
    cursor: optional(positionCursor),
  }),
  identity: ({ token }) => (isGiven(token) ? 'nobody' : 'caller'),
  idempotency: 'read',
  async run(context, actor, { placeId, token, own = false, cursor }) {
    const start = await startOf(context, actor, token);
    if (!start.ok) return start;
    const { communityId, gridId } = start.data;
    const under = async (parentId: string) => {
      const where = { communityId, parentId, ...(!actor.login && { kind: { not: 'household' } as const }) };
      const found = await context.database.find(places, {
        ...behindLine(where, 'position', cursor, Number),
        ...pageQuery(limits.pageSize),
      });
      return cutPage(found, limits.pageSize, ({ position, _id }) => `${String(position)}>${_id}`);
    };
    const inOwn = own && placeId === undefined && gridId !== undefined ? await under(gridId) : undefined;
    const path = pathTo(inOwn?.shown ?? []);
    const { shown, next } = inOwn && path ? inOwn : await under(placeId ?? communityId);
    return done({ places: shown.map(placeView), ...(path && { path }), ...(next !== undefined && { next }) });
  },
});

/** The grid that these lie in: each has it copied down. */
function pathTo([first]: readonly Place[]): readonly PlaceView[] | undefined {
  if (!first?.grid) return undefined;
  const { gridId, name, colour } = first.grid;
  return [{ placeId: gridId, kind: 'grid', name, label: name, ...(colour && { colour }), hasMore: true }];
}

const isGiven = (token: string | undefined): token is string => token !== undefined && token !== '';

interface Start {
  readonly communityId: string;
  /** Absent where the hat reaches the whole community. */
  readonly gridId?: string;
}

async function startOf({ database }: Context, actor: Caller, token: string | undefined): Promise<Result<Start>> {
  if (!isGiven(token)) {
    if (!actor.login) return refuse('NOT_SIGNED_IN');
    const [, gridId] = actor.hat.path.split('/');
    return done({ communityId: actor.login.communityId, ...(gridId !== undefined && { gridId }) });
  }
  const card = await database.get(cards, token);
  return card ? done({ communityId: card.communityId, gridId: card.place.gridId }) : refuse('NOT_FOUND', 'token');
}
