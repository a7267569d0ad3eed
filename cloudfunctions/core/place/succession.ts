import type { PastHolder, Post } from './post';

/** A post remembers so many who held it. */
const pastLimit = 20;

/**
 * A post as it is at a moment: its holder is out once their time has ended or their successor's day has come, and the
 * successor is in. The same post where nothing fell due.
 */
export function postOn(post: Post, now: Date): Post {
  const { until, next } = post;
  if (next && next.from <= now) {
    const past = withPast(post, until && until < next.from ? until : next.from);
    return postOn({ ...withoutHolder(post), holder: next.holder, since: next.from, past }, now);
  }
  if (!until || until > now) return post;
  return { ...withoutHolder(post), past: withPast(post, until), ...(next && { next }) };
}

function withoutHolder({ holder: _holder, until: _until, next: _next, ...post }: Post): Post {
  return post;
}

function withPast({ holder, since, past = [] }: Post, until: Date): readonly PastHolder[] {
  if (!holder) return past;
  return [...past, { personId: holder.personId, name: holder.name, since, until }].slice(-pastLimit);
}
