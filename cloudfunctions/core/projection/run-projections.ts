import type { Job, JobProgress } from '../job/job';
import type { Services } from '../platform/context';
import { errorFields } from '../platform/log';
import type { Projection } from './projection';
import { recordFoundChange, sourceChanges, type SourceChange } from './source-change';

const changesAtOnce = 20;
/** One that cannot be copied waits so long, while those behind it go on. */
const retryDelayMs = 15 * 60_000;

/**
 * The job that lets copies follow their sources, the oldest change first. Broken off anywhere it goes on there; a
 * source that changes meanwhile is copied anew. It counts documents.
 */
export function projectionJob(projections: readonly Projection[]): Job {
  return {
    name: 'projections',
    every: 'run',
    follows: true,
    waiting: (now) => [{ of: sourceChanges, where: { at: { lte: now } }, limit: 1 }],
    run: (services, _record, until) => runProjections(services, projections, () => services.clock.now() < until),
  };
}

async function runProjections(
  services: Services,
  projections: readonly Projection[],
  hasTime: () => boolean,
): Promise<JobProgress> {
  let written = 0;
  for (;;) {
    let changed = 0;
    const changes = await services.database.find(sourceChanges, {
      where: { at: { lte: services.clock.now() } },
      sort: { at: 'asc', _id: 'asc' },
      limit: changesAtOnce,
    });
    for (const change of changes) {
      const result = await applyOrPostpone(services, projections, change, hasTime);
      written += result.written;
      if (!result.isWhole) return { done: written };
      changed += result.changed;
    }
    if ((changes.length < changesAtOnce && changed === 0) || !hasTime()) return { done: written };
  }
}

/** A change whose copies cannot be written is logged, set aside and tried again later: it holds up no other. */
async function applyOrPostpone(
  services: Services,
  projections: readonly Projection[],
  change: SourceChange,
  hasTime: () => boolean,
): Promise<Applied> {
  try {
    return await applyChange(services, projections, change, hasTime);
  } catch (error) {
    const { database, clock, log } = services;
    const { _id, revision, kind } = change;
    log.line('error', { event: 'projection', kind, ...errorFields(error) });
    const at = new Date(clock.now().getTime() + retryDelayMs);
    await database.updateWhere(sourceChanges, { _id, revision }, { set: { at } });
    return { written: 0, changed: 0, isWhole: true };
  }
}

interface Applied {
  readonly written: number;
  /** How many other sources it changed. */
  readonly changed: number;
  /** False where the time was up before all was written. */
  readonly isWhole: boolean;
}

/** Writes the copies of one source; what is left when the time is up is remembered with the change. */
async function applyChange(
  services: Services,
  projections: readonly Projection[],
  change: SourceChange,
  hasTime: () => boolean,
): Promise<Applied> {
  const { database } = services;
  const { _id, revision, kind, sourceId } = change;
  const done = [...change.done];
  let { cursor } = change;
  let written = 0;
  let changed = 0;
  for (const projection of projections) {
    if (!projection.from.includes(kind) || done.includes(projection.name)) continue;
    do {
      if (!hasTime()) {
        await database.updateWhere(sourceChanges, { _id, revision }, { set: { done, cursor } });
        return { written, changed, isWhole: false };
      }
      const share = await projection.project(database, { kind, id: sourceId, at: change.at }, cursor, hasTime);
      written += share.written;
      changed += share.changed?.length ?? 0;
      for (const source of share.changed ?? [])
        await recordFoundChange(database, source, { at: services.clock.now(), revision: services.ids.token(16) });
      cursor = share.cursor ?? null;
    } while (cursor !== null);
    done.push(projection.name);
  }
  await database.removeWhere(sourceChanges, { _id, revision });
  return { written, changed, isWhole: true };
}
