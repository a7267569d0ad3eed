import type { MessageView } from '../../../contracts/message';
import type { Emitted } from '../../../page/events';
import { orderRoute } from '../../../page/order-route';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { routes, tabs } from '../../../routes';
import * as messages from '../../../services/message';
import { nowMs } from '../../../services/platform/clock';
import { servesBranch } from '../../../session/hat-groups';
import { saveSession, session } from '../../../session/session';
import { messageRow, type MessageGoal, type MessageRow } from '../views/message-row';

const data: ListData<MessageRow> = loadingList();

const goalRoutes = {
  waiting: routes.reversals,
  grants: routes.grants,
  activities: routes.activities,
  alarms: routes.alarms,
  changes: routes.changes,
  identity: routes.identity,
  enrolments: routes.enrolments,
  enrolment: routes.enrolment,
  rewards: routes.rewards,
  moves: routes.moves,
  visits: routes.visitsToConfirm,
  alerts: routes.alerts,
  complaints: routes.complaints('own'),
  complaintsReceived: routes.complaints('received'),
  help: routes.help,
  branches: routes.branches,
  walkIns: routes.walkIns,
  withheld: routes.withheld(),
} as const;

/** Members are told of their own transfer too, and the branches are read by those who lead one. */
const rowOf = (message: MessageView): MessageRow => {
  const row = messageRow(message, nowMs());
  return row.goal === 'branches' && !servesBranch() ? { ...row, goal: '' } : row;
};

/** A message that was shown is read; its tag stays for this visit, so that one sees what is new. */
async function markRead(shown: readonly MessageView[]): Promise<void> {
  const fresh = shown.filter(({ read }) => !read).map(({ messageId }) => messageId);
  if (fresh.length === 0) return;
  const reply = await messages.markRead(fresh);
  if (reply.ok) saveSession({ ...session(), unread: reply.data.unread });
}

const inbox = pagedList({
  read: (_page, cursor) => messages.list(cursor),
  draw: (answer) => ({ lines: answer.messages.map(rowOf) }),
  afterLoad: (answer) => void markRead(answer.messages),
});

/** The inbox inside the product: what came is here even when WeChat was not allowed to show it. */
Page({
  data,
  ...inbox,
  open({ detail: { goal, orderId } }: Emitted<{ goal: MessageGoal; orderId: string }>) {
    if (goal === 'book') wx.switchTab({ url: tabs.passbook });
    else wx.navigateTo({ url: goal === 'order' ? orderRoute(orderId) : goalRoutes[goal] });
  },
});
