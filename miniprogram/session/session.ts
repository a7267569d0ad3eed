/** Who I am and which hat I wear: the only state that pages share. The server says it; the phone remembers it for the next first paint. */
import type { Reply } from '../contracts/error';
import type { Hat } from '../contracts/hat';
import type { SessionView } from '../contracts/person';
import { keep, readKept } from '../services/platform/storage';
import { forgetPerson } from '../cache/last-views';

const storageKey = 'session';
const nobody: SessionView = { hats: [], hat: 'anonymous', elder: false, unread: 0 };

const isSession = (value: unknown): value is SessionView =>
  typeof value === 'object' &&
  value !== null &&
  'hats' in value &&
  Array.isArray(value.hats) &&
  'hat' in value &&
  typeof value.hat === 'string' &&
  'elder' in value;

let current: SessionView | undefined;

export function session(): SessionView {
  current ??= readKept(storageKey, isSession) ?? nobody;
  return current;
}

/** Somebody without a login has nowhere to keep elder mode but this phone. */
export function remember(view: SessionView): void {
  const before = session();
  if (before.personId !== undefined && before.personId !== view.personId) forgetPerson();
  current =
    view.personId === undefined && before.personId === undefined && before.elder ? { ...view, elder: true } : view;
  keep(storageKey, current);
}

/** Switches elder mode on this phone alone. */
export function rememberElder(elder: boolean): void {
  current = { ...session(), elder };
  keep(storageKey, current);
}

/** Passes a reply on after remembering the session that it brought. */
export function remembered(reply: Reply<SessionView>): Reply<SessionView> {
  if (reply.ok) remember(reply.data);
  return reply;
}

/** A phone that was never told who it belongs to: a page reached by a QR asks before it relies on the session. */
export const isUntold = (): boolean => session() === nobody;

/** The place of the hat in use, '' before there is one. */
export const wornPlace = (view: SessionView = session()): string =>
  view.hats.find((worn) => worn.key === view.hat)?.placeName ?? '';

/** The hat in use; `anonymous` before anybody introduced themselves. */
export function wornHat(view: SessionView = session()): Hat {
  return view.hats.find((worn) => worn.key === view.hat)?.hat ?? 'anonymous';
}
