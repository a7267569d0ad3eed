import { maxRevealCount, type SessionView } from '../../contracts/person';
import { joinParts } from '../join';

export function nameOf({ name }: SessionView): string {
  return name ?? '还没认识您';
}

/** Number and community; to whoever is not known yet, how to become it. */
export function aboutMe({ phone, communityName, heldBack }: SessionView): string {
  const waits = heldBack === true ? '新的微信，等人认过再戴回原来的帽子' : undefined;
  return joinParts(phone, communityName, waits) || '扫一下门口的连心卡，就认识了';
}

export function unreadLine(unread: number): string {
  return unread > 0 ? `${unread} 条没看` : '';
}

/** How often the number was revealed, as far as it is counted. */
export function revealsLine(reveals: number): string {
  return reveals === 0 ? '没有人' : reveals > maxRevealCount ? `${maxRevealCount} 多次` : `${reveals} 次`;
}
