import { outgoingMessages, type MessageContent, type OutgoingMessage } from '../message/outgoing';
import type { Activity } from './activity';

/** What everybody of an activity is told. */
export type ActivityNews = 'meeting-announced' | 'meeting-moved' | 'meeting-called-off';

/** One message to all of them but whoever did it; the same revision gives the same message. */
export function activityNews(
  activity: Activity,
  kind: ActivityNews,
  personIds: readonly string[],
  by: { readonly personId: string; readonly name: string; readonly at: Date },
): readonly OutgoingMessage[] {
  const others = personIds.filter((personId) => personId !== by.personId);
  if (others.length === 0) return [];
  const { _id, title, startsAt, version } = activity;
  const content: MessageContent = { kind, title, name: by.name, until: startsAt };
  return outgoingMessages(`activity:${_id}:${kind}:${version}`, by.at, [{ personIds: others, content }]);
}
