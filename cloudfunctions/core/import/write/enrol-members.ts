import type { Act } from '../../access/act';
import { enrolFromList, type ListedMember } from '../../enrolment/from-list';
import type { Services } from '../../platform/context';
import { startOfDay } from '../../time/shanghai';
import type { Import } from '../document/import';
import type { ImportRow } from '../document/page';
import { bringerOf } from './bringer';
import { orThrow } from './or-throw';

/**
 * Enrols the members of a page that are known now, one after the other: they share one document of counts. Who is
 * enrolled already finds itself there.
 */
export async function enrolMembers(services: Services, one: Import, rows: readonly ImportRow[]): Promise<void> {
  const { login, hat } = bringerOf(one);
  const by: Act = { action: 'import.apply', ...login, ...hat, at: services.clock.now() };
  for (const row of rows) {
    const member = memberOf(one.communityId, row);
    if (member) orThrow(await enrolFromList(services, member, by), 'the member was not enrolled');
  }
}

/** The member whom a row names, once they are known; of a row that changes nothing, too. */
function memberOf(communityId: string, { target, written, fate }: ImportRow): ListedMember | undefined {
  if (!target?.enrolment || !(written || fate === 'unchanged')) return undefined;
  const { personId, name } = target;
  const { channel, day } = target.enrolment;
  const { serves: grid } = target.fields;
  if (!grid) return undefined;
  const member = { personId, communityId, name, grid, channel };
  return day === undefined ? member : { ...member, reportedAt: startOfDay(day) };
}
