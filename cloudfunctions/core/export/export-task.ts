import type { FileTask, TaskKind, TaskProgress } from '../file/task';
import type { Services } from '../platform/context';
import { exportRecords, type Export } from './document/export';
import { digestOf, makeFile } from './make-file';
import { noteReveals } from './note-reveals';
import { readParts, removeFiles, writePart } from './parts';
import type { NamedRow } from './rules/sort-rows';
import { sources } from './sources';

/** So many pages become one part: a share that is killed loses no more. */
const pagesAPart = 20;
/** The runner gives a task up at this failure in a row. */
const lastAttempt = 4;

/**
 * Reads a list part by part, and makes its file when all is read. It may be broken off anywhere: what was read waits in
 * files, and where the next part begins is one conditional write.
 */
export const exportTask: TaskKind = { kind: 'export', run: runExport };

async function runExport(services: Services, task: FileTask, until: Date): Promise<TaskProgress> {
  const { database, clock } = services;
  let now = await database.get(exportRecords, task._id);
  while (now?.state === 'working') {
    const next: Export | undefined = await oneStep(services, task, now);
    if (!next) break;
    now = next;
    if (clock.now() >= until) break;
  }
  const isWorking = now?.state === 'working';
  return { cursor: isWorking ? (now?.cursor ?? '') : null, progress: now?.rows ?? 0, outputFileIds: [] };
}

async function oneStep(services: Services, task: FileTask, now: Export): Promise<Export | undefined> {
  try {
    return now.isRead ? await finish(services, now) : await readMore(services, now);
  } catch (error) {
    const where = { _id: now._id, state: 'working' };
    if (task.attempts >= lastAttempt)
      await services.database.updateWhere(exportRecords, where, { set: { state: 'failed' } });
    throw error;
  }
}

/** @returns the export with one more part; undefined where somebody else came first */
async function readMore(services: Services, now: Export): Promise<Export | undefined> {
  const { database } = services;
  const source = sources[now.list];
  const rows: NamedRow[] = [];
  let cursor = now.cursor;
  for (let pages = 0; pages < pagesAPart; pages += 1) {
    const page = await source.read(database, now, cursor);
    rows.push(...page.rows);
    cursor = page.next;
    if (cursor === null) break;
  }
  if (now.phones === 'whole') await noteReveals(services, now, rows);
  const part = rows.length > 0 ? [await writePart(services, now, rows)] : [];
  const set = {
    cursor,
    isRead: cursor === null,
    rows: now.rows + rows.length,
    partFileIds: [...now.partFileIds, ...part],
  };
  const where = { _id: now._id, state: 'working', isRead: false, cursor: now.cursor };
  return (await database.updateWhere(exportRecords, where, { set })) > 0 ? { ...now, ...set } : undefined;
}

async function finish(services: Services, now: Export): Promise<Export | undefined> {
  const { database, storage } = services;
  const rows = await readParts(services, now);
  const content = await makeFile(now, rows);
  const digest = digestOf(now, rows);
  const fileId = await storage.upload(`exports/${now._id}.${now.format}`, content);
  const set = { state: 'done' as const, fileId, ...(digest !== undefined && { digest }) };
  if ((await database.updateWhere(exportRecords, { _id: now._id, state: 'working' }, { set })) === 0) return undefined;
  await removeFiles(services, now.partFileIds);
  await database.updateWhere(exportRecords, { _id: now._id }, { set: { partFileIds: [] } });
  return { ...now, ...set, partFileIds: [] };
}
