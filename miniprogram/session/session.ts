/**
 * Who I am and which hat I wear: the only state that pages share. The server says it; the phone caches it for the
 * next first paint.
 */
import { clearPersonalCache } from '../cache/last-views';
import type { Reply } from '../contracts/error';
import type { Hat } from '../contracts/hat';
import type { SessionView } from '../contracts/person';
import { readCached, writeCached } from '../services/platform/storage';

const storageKey = 'session';
const unknownSession: SessionView = { hats: [], hat: 'anonymous', elder: false, unread: 0 };

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
  current ??= readCached(storageKey, isSession) ?? unknownSession;
  return current;
}

/** Elder mode of somebody without a login is saved on this phone alone. */
export function saveSession(view: SessionView): void {
  const before = session();
  if (before.personId !== undefined && before.personId !== view.personId) clearPersonalCache();
  current =
    view.personId === undefined && before.personId === undefined && before.elder ? { ...view, elder: true } : view;
  writeCached(storageKey, current);
}

/** Switches elder mode on this phone alone. */
export function saveElderMode(elder: boolean): void {
  current = { ...session(), elder };
  writeCached(storageKey, current);
}

/** Passes a reply on after saving the session that it brought. */
export function withSessionSaved(reply: Reply<SessionView>): Reply<SessionView> {
  if (reply.ok) saveSession(reply.data);
  return reply;
}

/** Nobody has asked yet who holds this phone: a page reached by a QR does before it relies on the session. */
export function isSessionUnknown(): boolean {
  return session() === unknownSession;
}

/** The place of the hat in use, '' before there is one. */
export function currentPlaceName(view: SessionView = session()): string {
  return view.hats.find((worn) => worn.key === view.hat)?.placeName ?? '';
}

/** The hat in use; `anonymous` before anybody introduced themselves. */
export function currentHat(view: SessionView = session()): Hat {
  return view.hats.find((worn) => worn.key === view.hat)?.hat ?? 'anonymous';
}
