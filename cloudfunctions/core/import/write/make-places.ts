import { placeKinds } from '../../../../miniprogram/contracts/place';
import { recordChange } from '../../projection/source-change';
import { communities, type GridAssignment } from '../../place/community';
import { places, type Place } from '../../place/place';
import { decideCreate, decideSave } from '../../place/rules/changes';
import type { Services } from '../../platform/context';
import { done, refuse } from '../../platform/result';
import type { Act } from '../../access/act';
import type { Import } from '../document/import';
import type { ImportRow } from '../document/page';
import type { PlaceStep } from '../records/target';
import { orThrow } from './or-throw';
import { isToWrite } from './write-row';
import { bringerOf } from './bringer';

/**
 * Makes the places that rows of a page name, from the widest to the narrowest, parent by parent. How many lie under
 * one is counted anew behind them, so that a share that was killed between counts nothing twice.
 * @returns ids of grids whose colour somebody took since the rows were looked at
 */
export async function makePlaces(
  services: Services,
  one: Import,
  rows: readonly ImportRow[],
): Promise<ReadonlySet<string>> {
  const steps = rows.flatMap((row) => (isToWrite(row) && row.record?.type === 'place' ? row.record.steps : []));
  const wanted = [...new Map(steps.map((step) => [step.placeId, step])).values()];
  const act = actOf(services, one);
  const refused = new Set<string>();
  for (const step of wanted.filter(({ kind, isNew, colour }) => kind === 'grid' && (isNew || colour)))
    if (!(await writeGrid(services, one.communityId, step, act))) refused.add(step.placeId);
  for (const kind of placeKinds.filter((level) => level !== 'grid')) {
    const level = wanted.filter((step) => step.kind === kind && step.isNew);
    for (const parentId of new Set(level.map((step) => step.parentId)))
      await makeUnder(
        services,
        one.communityId,
        level.filter((step) => step.parentId === parentId),
        act,
      );
  }
  return refused;
}

/** That a list made a place, as the place itself remembers it. */
function actOf({ clock }: Services, one: Import): Act {
  const { login, hat } = bringerOf(one);
  return { action: 'import.apply', ...login, ...hat, at: clock.now() };
}

/** A grid stands in the roster of its community at once, so that no other takes its colour. */
async function writeGrid(
  { database, clock, ids }: Services,
  communityId: string,
  { placeId, name, colour, isNew }: PlaceStep,
  act: Act,
): Promise<boolean> {
  const written = await database.transaction(async (transaction) => {
    const [before, community] = [
      await transaction.get(places, placeId),
      await transaction.get(communities, communityId),
    ];
    if (!community) return refuse('NOT_FOUND');
    const { grids } = community;
    if (before && (isNew || !colour || before.colour === colour)) return done(true);
    if (before) {
      const changing = { version: before.version ?? 0, at: clock.now(), byName: act.name };
      const decided = decideSave(
        before,
        { name: before.name, ...(colour && { colour }) },
        { parent: undefined, grids },
        changing,
      );
      if (!decided.ok) return done(false);
      const { _id, ...set } = withAct(decided.data, act);
      await transaction.update(places, _id, { set });
      const roster = grids.map((grid) => (grid.gridId === placeId && colour ? { ...grid, colour } : grid));
      await transaction.update(communities, communityId, { set: { grids: roster } });
      await recordChange(transaction, { kind: 'place', id: placeId }, { at: clock.now(), revision: ids.token(16) });
      return done(true);
    }
    const wanted = { placeId, communityId, kind: 'grid', parentId: communityId, name } as const;
    const decided = decideCreate({ ...wanted, ...(colour && { colour }) }, { parent: undefined, grids });
    if (!decided.ok) return done(false);
    await transaction.insert(places, withAct(decided.data, act));
    await transaction.update(communities, communityId, { set: { grids: [...grids, assignmentOf(decided.data)] } });
    return done(true);
  });
  return orThrow(written, 'the grid was not written');
}

function assignmentOf({ _id, name, path, colour }: Place): GridAssignment {
  return { gridId: _id, name, path, ...(colour && { colour }) };
}

async function makeUnder(
  { database }: Services,
  communityId: string,
  steps: readonly PlaceStep[],
  act: Act,
): Promise<void> {
  const parentId = steps[0]?.parentId ?? '';
  const isShelf = parentId.includes(':');
  const parent = isShelf ? undefined : await database.get(places, parentId);
  if (!isShelf && !parent) return;
  const made = await Promise.all(
    steps.map(({ placeId, kind, name }, index) => {
      const decided = decideCreate({ placeId, communityId, kind, parentId, name }, { parent, grids: [] });
      if (!decided.ok) return false;
      const position = (parent?.children ?? 0) + index;
      return database.insert(places, { ...withAct(decided.data, act), position });
    }),
  );
  if (!parent || (!made.includes(true) && parent.children >= steps.length)) return;
  const children = await database.count(places, { parentId });
  await database.updateWhere(places, { _id: parentId }, { set: { children } });
}

function withAct(place: Place, act: Act): Place {
  return { ...place, acts: [...(place.acts ?? []), act] };
}
