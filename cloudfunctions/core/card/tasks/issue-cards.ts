import { withAct } from '../../access/act';
import type { FileTask, TaskKind, TaskProgress } from '../../file/task';
import { communities } from '../../place/community';
import { places, type Place } from '../../place/place';
import { placeRef } from '../../place/view';
import type { Services } from '../../platform/context';
import { under } from '../../platform/database';
import { derivedId } from '../../platform/ids';
import { cards, type Card } from '../card';
import { cardsInUseAt, countGrid } from '../coverage';
import { bareCard, withFreeNumbers } from '../new-card';

const placesAtOnce = 30;

/**
 * A card for each place of a kind at and under another that has none in use. Options: `path` of the place above, `kind`
 * of the places, `size` of the cards. A card's token derives from the task, which nobody can guess, and its place, so
 * that a share which is done again makes no second one. It counts cards, and at its end the coverage of their grids.
 */
export const issueCardsTask: TaskKind = { kind: 'issue-cards', run: issueShare };

async function issueShare(services: Services, task: FileTask, until: Date): Promise<TaskProgress> {
  const { database, clock } = services;
  const { path = '', kind = '' } = task.options;
  let { cursor, progress } = task;
  for (;;) {
    const found = await database.find(places, {
      where: {
        communityId: task.communityId,
        kind,
        path: cursor === null ? under(path) : { gt: cursor, lt: `${path}0` },
      },
      sort: { path: 'asc' },
      limit: placesAtOnce,
    });
    progress += await issueFor(services, task, found);
    const last = found.at(-1)?.path;
    if (found.length < placesAtOnce || last === undefined) break;
    cursor = last;
    if (clock.now() >= until) return { cursor, progress, outputFileIds: [] };
  }
  await countGridsOf(services, task.communityId, path);
  return { cursor: null, progress, outputFileIds: [] };
}

/** @returns how many of these places have a card of this task now */
async function issueFor(services: Services, task: FileTask, found: readonly Place[]): Promise<number> {
  if (found.length === 0) return 0;
  const { database } = services;
  const tokenOf = ({ _id }: Place): string => derivedId('', 'card', task._id, _id);
  const there = await cardsInUseAt(
    database,
    found.map(({ _id }) => _id),
  );
  const open = found.filter(
    (place) => !there.some((card) => card.place.placeId === place._id && card._id !== tokenOf(place)),
  );
  const made = await withFreeNumbers(
    database,
    open.map((place) => newCardOf(services, task, tokenOf(place), place)),
  );
  for (const card of made) await database.insert(cards, card);
  return made.length;
}

function newCardOf({ clock }: Services, task: FileTask, token: string, place: Place): Card {
  const { communityId, personId, name = '', hat = 'gridWorker', options, request } = task;
  const card = bareCard(
    token,
    { place: placeRef(place), size: options['size'] === 'large' ? 'large' : 'normal' },
    {
      communityId,
      issuedAt: clock.now(),
      issuedBy: { personId, name },
      request: { requestKey: request?.requestKey ?? task._id, inputHash: request?.inputHash ?? '' },
    },
  );
  return { ...card, ...withAct({}, { clock }, { login: { personId, name }, hat: { hat } }, 'file.issueCards') };
}

/** The grids in which the path lies, or that lie under it. */
async function countGridsOf(services: Services, communityId: string, path: string): Promise<void> {
  const community = await services.database.get(communities, communityId);
  const touched = community?.grids.filter(
    (grid) => `${path}/`.startsWith(`${grid.path}/`) || grid.path.startsWith(path),
  );
  for (const grid of touched ?? []) await countGrid(services, communityId, grid);
}
