import type { PostView } from '../../../miniprogram/contracts/post';
import type { Post } from './post';

/** A post as whoever decides on it sees it. */
export function postView({
  _id,
  hat,
  placeId,
  placeName,
  team,
  holder,
  since,
  until,
  next,
  past = [],
}: Post): PostView {
  return {
    postId: _id,
    hat,
    placeId,
    placeName,
    ...(team && { teamName: team.name }),
    ...(holder && { holder: { personId: holder.personId, name: holder.name } }),
    since: since.toISOString(),
    ...(until && { until: until.toISOString() }),
    ...(next && { next: { name: next.holder.name, from: next.from.toISOString() } }),
    past: past
      .map((one) => ({ name: one.name, since: one.since.toISOString(), until: one.until.toISOString() }))
      .reverse(),
  };
}
