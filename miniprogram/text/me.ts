import { maxRevealCount, type RevealView, type SessionView } from '../contracts/person';
import { ago } from './dates';
import { hatName } from './hats';

export interface Me {
  readonly name: string;
  readonly line: string;
  readonly known: boolean;
  readonly unread: string;
  readonly looks: string;
}

const times = (looks: number): string =>
  looks === 0 ? '没有人' : looks > maxRevealCount ? `${maxRevealCount} 多次` : `${looks} 次`;

export const me = (session: SessionView): Me => ({
  name: session.name ?? '还没认识您',
  line:
    [session.phone, session.communityName].filter((part) => part !== undefined).join(' · ') ||
    '扫一下门口的连心卡，就认识了',
  known: session.personId !== undefined,
  unread: session.unread > 0 ? `${session.unread} 条没看` : '',
  looks: session.revealCount === undefined ? '' : times(session.revealCount),
});

export interface RevealRow {
  readonly key: string;
  readonly title: string;
  readonly line: string;
}

export const revealRow = (view: RevealView, nowMs: number): RevealRow => ({
  key: `${view.at} ${view.byName}`,
  title: `${view.byName} · ${hatName(view.hat)}`,
  line: `${ago(view.at, nowMs)} · 为单号 ${view.orderNumber}`,
});
