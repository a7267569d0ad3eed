import type { MessageKind } from '../../../miniprogram/contracts/message';
import type { SignedIn } from '../access/caller';
import { notify } from '../message/notify';
import type { Context } from '../platform/context';
import { errorFields } from '../platform/log';
import { communities } from '../place/community';
import type { ChangeRequest } from './change-request';

/** Tells the grid worker where the person lives, else the secretary, that a change waits. Never throws. */
export async function announceChange(context: Context, { login }: SignedIn, change: ChangeRequest): Promise<void> {
  try {
    const community = await context.database.get(communities, change.communityId);
    const worker = community?.grids.find(({ gridId }) => gridId === login.home?.gridId)?.worker;
    const near = worker?.personId === login.personId ? undefined : worker;
    const holder = near ?? community?.secretary;
    if (!holder || holder.personId === login.personId) return;
    const content = { kind: 'change-asked' as const, name: login.name };
    await notify(context, [{ personIds: [holder.personId], content }]);
  } catch (error) {
    context.log.line('error', { event: 'notify', requestId: context.requestId, ...errorFields(error) });
  }
}

/** Tells the person how it was decided. */
export async function announceDecision(context: Context, { personId, state }: ChangeRequest): Promise<void> {
  const kind: MessageKind = state === 'approved' ? 'change-approved' : 'change-refused';
  await notify(context, [{ personIds: [personId], content: { kind } }]);
}
