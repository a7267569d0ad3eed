import { signedInEndpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { id, object } from '../../platform/validation';
import { fileTasks } from '../task';
import { taskView } from '../view';

/**
 * How far a task is, for whoever asked for it.
 * Cost: 1 read.
 */
export const getFileTask = signedInEndpoint({
  name: 'file.getTask',
  input: object({ taskId: id }),
  identity: 'caller',
  prefetch: ({ taskId }) => ({ from: fileTasks, id: taskId }),
  idempotency: 'read',
  async run({ database }, { login }, { taskId }) {
    const task = await database.get(fileTasks, taskId);
    if (!task || task.personId !== login.personId) return refuse('NOT_FOUND', 'taskId');
    return done(taskView(task));
  },
});
