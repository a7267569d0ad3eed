import { alertStates } from '../../../../miniprogram/contracts/alert';
import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional, v } from '../../platform/validation';
import { alerts, unlistedAlert } from '../alert';
import { alertView } from '../view';

/**
 * Who called for help in the place of the hat in use, newest first.
 * Cost: 2 reads.
 */
export const listAlerts = signedInEndpoint({
  name: 'alert.list',
  input: object({ state: v.picklist(alertStates), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller, { state, cursor: before }) {
    const found = await database.find(alerts, {
      where: { scopes: caller.hat.placeId, state, listKey: belowCursor(before) },
      sort: { listKey: 'desc' },
      ...pageQuery(limits.pageSize),
      exclude: unlistedAlert,
    });
    const { shown, next } = cutPage(found, limits.pageSize, ({ listKey }) => listKey);
    return done({ alerts: shown.map((alert) => alertView(alert, caller)), ...(next !== undefined && { next }) });
  },
});
