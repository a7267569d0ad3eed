import type { FileTaskView } from '../../../miniprogram/contracts/file';
import type { SignedIn } from '../access/caller';
import type { Context } from '../platform/context';
import { derivedId } from '../platform/ids';
import { done, refuse, type Result } from '../platform/result';
import { runTask } from './run-task';
import { fileTasks, keptMs, type FileTask, type TaskKind } from './task';
import { taskView } from './view';

/** So long whoever asked waits for the first share; what is left is done by the timer. */
const firstShareMs = 15_000;

/**
 * Begins long work and does a first share of it, so that what is short is done with the answer. The same request finds
 * the task that it made.
 */
export async function startTask(
  context: Context,
  { login, hat }: SignedIn,
  kind: TaskKind,
  options: FileTask['options'],
): Promise<Result<FileTaskView>> {
  const { database, clock } = context;
  const createdAt = clock.now();
  const task: FileTask = {
    _id: derivedId('t', context.openid, context.requestId),
    communityId: login.communityId,
    kind: kind.kind,
    personId: login.personId,
    name: login.name,
    hat: hat.hat,
    inputFileIds: [],
    options,
    state: 'waiting',
    cursor: null,
    progress: 0,
    outputFileIds: [],
    attempts: 0,
    resumeAt: createdAt,
    createdAt,
    deleteAt: new Date(createdAt.getTime() + keptMs),
    request: context.request,
  };
  if (await database.insert(fileTasks, task)) await runTask(context, [kind], task._id, firstShareMs);
  const stands = await database.get(fileTasks, task._id);
  if (!stands) return refuse('NOT_FOUND');
  if (stands.request?.inputHash !== context.request.inputHash) return refuse('REQUEST_REUSED', 'requestId');
  return done(taskView(stands));
}
