import type { OtherKind } from '../../access/inbox';
import type { MessageContent, Notification } from '../notification';

/**
 * Joins notifications that say the same to different people as news of different kinds, such as that an order was
 * dispatched: to whom it is offered, and to who waits. Nobody gets one message in two kinds, so that whoever hears of
 * both keeps both. Pure.
 */
export function joinSameContent(notifications: readonly Notification[]): readonly Notification[] {
  return notifications.reduce<readonly Notification[]>((joined, one) => {
    const index = joined.findIndex((other) => canJoin(other, one));
    return index < 0 ? [...joined, one] : joined.map((other, at) => (at === index ? join(other, one) : other));
  }, []);
}

function canJoin(one: Notification, other: Notification): boolean {
  return (
    one.exceptOpenid === undefined &&
    other.exceptOpenid === undefined &&
    !one.personIds.some((personId) => other.personIds.includes(personId)) &&
    isSameContent(one.content, other.content)
  );
}

function join(one: Notification, { personIds, content: { kind } }: Notification): Notification {
  const more: readonly OtherKind[] = kind === one.content.kind ? [] : [{ kind, personIds }];
  const otherKinds = [...(one.content.otherKinds ?? []), ...more];
  return {
    personIds: [...one.personIds, ...personIds],
    content: { ...one.content, ...(otherKinds.length > 0 && { otherKinds }) },
  };
}

function isSameContent(one: MessageContent, other: MessageContent): boolean {
  return textOf(one) === textOf(other);
}

/** Everything but the kinds, in one order of fields. */
function textOf({ kind: _kind, otherKinds: _otherKinds, ...rest }: MessageContent): string {
  return JSON.stringify(Object.entries(rest).sort(([one], [other]) => (one < other ? -1 : 1)));
}
