import { limits } from '../../../miniprogram/contracts/limits';
import type { HomeBody } from '../../../miniprogram/contracts/home';
import type { SignedIn } from '../access/caller';
import { presentSummaries } from '../order/flow/present-order';
import type { Context } from '../platform/context';
import { readOwnOrgs } from '../site/kept-orgs';
import { readRecords } from '../site/list-records';
import { siteLinks } from '../site/site';
import { readKeptStations } from '../station/kept-stations';
import { stationPage } from '../station/view';
import { newest } from './parts';

type Body<For extends HomeBody['for']> = Extract<HomeBody, { for: For }>;

/** A first screen shows so many records. */
const shownRecords = 3;

/** The courier's own site and what is done for it. One read, and one more for who is registered. */
export async function courierBody(context: Context, caller: SignedIn): Promise<Body<'courier'>> {
  const link = await context.database.get(siteLinks, caller.login.personId);
  if (!link || link.expiresAt <= context.clock.now()) return { for: 'courier', records: [] };
  const { records } = await readRecords(context, caller, { siteId: link.siteId, size: shownRecords });
  const site = { siteId: link.siteId, name: link.siteName, expiresAt: link.expiresAt.toISOString() };
  return { for: 'courier', site, records };
}

/** What somebody keeps, and what was reported there and waits for them. Two reads. */
export async function keeperBody(context: Context, caller: SignedIn): Promise<Body<'keeper'>> {
  const { personId } = caller.login;
  const now = context.clock.now();
  const [kept, offered] = await Promise.all([
    readKeptStations(context.database, personId, limits.pageSize),
    newest(context, { responsibleIds: personId, closed: false }, limits.pageSize),
  ]);
  return { for: 'keeper', stations: await stationPage(kept, now), offers: presentSummaries(caller, offered, now) };
}

/** The organisation that an instructor was sent to; undefined for one of the branch alone. One read or two. */
export async function instructorBody(context: Context, caller: SignedIn): Promise<Body<'instructor'> | undefined> {
  const [org] = await readOwnOrgs(context.database, caller);
  if (!org) return undefined;
  const { records } = await readRecords(context, caller, { orgId: org._id, size: shownRecords });
  return { for: 'instructor', orgName: org.name, records };
}
