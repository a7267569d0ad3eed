import type { MessageView } from '../../../contracts/message';
import * as messages from '../../../services/message';
import { nowMs } from '../../../services/platform/clock';
import { look, refreshLook, type Look } from '../../../page/appearance';
import { orderPage } from '../../../routes';
import { remember, session } from '../../../session/session';
import { turning, unopened, type ListData } from '../../../page/paged-list';
import { messageRow, type MessageGoal, type MessageRow } from '../text/messages';

interface Data extends ListData<MessageRow> {
  look: Look;
}

const data: Data = { look: look(), ...unopened };

/** Seen is read; the marks stay for this visit, so that one sees what is new. */
async function markRead(seen: readonly MessageView[]): Promise<void> {
  const fresh = seen.filter(({ read }) => !read).map(({ messageId }) => messageId);
  if (fresh.length === 0) return;
  const reply = await messages.read(fresh);
  if (reply.ok) remember({ ...session(), unread: reply.data.unread });
}

const inbox = turning({
  read: (_page, cursor) => messages.inbox(cursor),
  draw: (answer) => ({ lines: answer.messages.map((message) => messageRow(message, nowMs())) }),
  seen: (answer) => void markRead(answer.messages),
});

/** The inbox inside the product: what came is here even when WeChat was not allowed to say it. */
Page({
  data,
  ...inbox,
  onLoad() {
    void this.turnTo('first');
  },
  onShow() {
    refreshLook(this);
  },
  open(event: WechatMiniprogram.CustomEvent<{ goal: MessageGoal; orderId: string }>) {
    const { goal, orderId } = event.detail;
    if (goal === 'book') wx.switchTab({ url: '/pages/passbook/passbook' });
    else wx.navigateTo({ url: goal === 'waiting' ? '/packages/branch/reversals/reversals' : orderPage(orderId) });
  },
});
