/** Whom to call about a place: of a card in hand, or of where the reader lives. */
import { cachedCard, cachedHome } from '../cache/last-views';
import type { CardView } from '../contracts/card';
import type { Reply } from '../contracts/error';
import type { HomeBody } from '../contracts/home';
import * as cards from '../services/card';
import * as homes from '../services/home';
import { session } from './session';

/** Whom a card or the first screen says to call. */
export type Call = Pick<Extract<CardView, { state: 'open' }>, 'call' | 'worker'>;

const ofHome = (body: HomeBody | undefined): Call | undefined => (body?.for === 'resident' ? body : undefined);

/** What this phone knows already. `token`: '' for where the reader lives. */
export function knownCall(token: string): Call | undefined {
  return token === '' ? ofHome(cachedHome(session())?.body) : cachedCard(token);
}

/** What the cloud says; nobody where a card is no longer in use, or the reader wears no resident's hat. */
export async function readCall(token: string): Promise<Reply<Call | undefined>> {
  const reply = await (token === '' ? homes.get() : cards.get(token));
  if (!reply.ok) return reply;
  const found = 'body' in reply.data ? ofHome(reply.data.body) : reply.data.state === 'open' ? reply.data : undefined;
  return { ok: true, data: found };
}
