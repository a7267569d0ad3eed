import type { AttendanceState, ActivityKind, ActivityView } from '../../../contracts/activity';
import type { Reply } from '../../../contracts/error';
import { limits } from '../../../contracts/limits';
import type { SignCode } from '../../../contracts/sign-code';
import { call, write } from '../../../services/platform/call';

type ActivityRef = Pick<ActivityView, 'activityId' | 'version'>;

export const list = (cursor?: string) => call('activity.list', cursor === undefined ? {} : { cursor });

export const get = (activityId: string) => call('activity.get', { activityId });

interface Plan {
  title: string;
  kind: ActivityKind;
  startsAt: string;
  placeName: string;
  organiserId?: string;
}

export const create = (plan: Plan) => write('activity.create', plan);

type Mark = { personId: string; was?: AttendanceState; state: AttendanceState; reason?: string };

/** As many calls as it takes, one after the other; whom any of them kept is in the last answer. */
export async function mark(activityId: string, marks: readonly Mark[]): Promise<Reply<ActivityView>> {
  const kept: string[] = [];
  for (let start = 0; ; start += limits.marks) {
    const some = marks.slice(start, start + limits.marks);
    const reply = await write('activity.mark', { activityId, marks: some });
    if (!reply.ok) return reply;
    kept.push(...(reply.data.kept ?? []));
    if (start + limits.marks >= marks.length)
      return { ok: true, data: { ...reply.data, ...(kept.length > 0 && { kept }) } };
  }
}

export const sign = ({ activityId, version }: ActivityRef) =>
  write('activity.sign', { activityId, version, agree: true });

/** The roll goes back, for a reason. */
export const sendBack = ({ activityId, version }: ActivityRef, reason: string) =>
  write('activity.sign', { activityId, version, agree: false, reason });

export const askLeave = (activityId: string, reason: string) => write('activity.askLeave', { activityId, reason });

export const decideLeave = (activityId: string, personId: string, agree: boolean) =>
  write('activity.decideLeave', { activityId, personId, agree });

export const move = ({ activityId, version }: ActivityRef, startsAt: string) =>
  write('activity.move', { activityId, version, startsAt });

export const callOff = ({ activityId, version }: ActivityRef, reason: string) =>
  write('activity.callOff', { activityId, version, reason });

export const close = ({ activityId, version }: ActivityRef) => write('activity.close', { activityId, version });

/** What the host's phone makes codes of. */
export const openCode = (activityId: string) => write('activity.openCode', { activityId });

/** @param isGuest they know that it is another branch's */
export const signIn = (code: SignCode, isGuest: boolean) =>
  write('activity.signIn', { ...code, ...(isGuest && { walkIn: true }) });

/** Somebody of another branch who came; the end of their number where several have the name. */
export const addWalkIn = (activityId: string, name: string, phoneEnd: string) =>
  write('activity.addWalkIn', { activityId, name, ...(phoneEnd !== '' && { phoneEnd }) });

export const listWalkIns = (cursor?: string) => call('activity.listWalkIns', cursor === undefined ? {} : { cursor });

export const decideWalkIn = (activityId: string, personId: string, agree: boolean) =>
  write('activity.decideWalkIn', { activityId, personId, agree });
