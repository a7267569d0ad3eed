import { employerIdOf } from '../../../cloudfunctions/core/person/employer-id';
import { branchIdOf } from '../../../cloudfunctions/core/place/branch';
import { exchangeIdOf, type Exchange, type ExchangeNote } from '../../../cloudfunctions/core/review/exchange/exchange';
import type { DemoCommunity } from '../communities/community-builder';
import { after, dayMs } from './time';

/** Two members of the demo share their record with their employer; one of them was written about, both ways. */
export function simulateExchanges({ document, people }: DemoCommunity, now: Date): readonly Exchange[] {
  const { _id: communityId, secretary } = document;
  const members = people.all.filter(({ openid = '' }) => ['member-sun', 'member-ma'].includes(openid));
  return members.flatMap(({ personId, name, employer }, index): readonly Exchange[] => {
    if (employer === undefined || !secretary) return [];
    const employerId = employerIdOf(communityId, employer);
    return [
      {
        _id: exchangeIdOf(employerId, personId),
        communityId,
        branchId: branchIdOf(communityId),
        employerId,
        employerName: employer,
        personId,
        name,
        nameKey: `${name}:${personId}`,
        agreed: true,
        agreedAt: after(now, -20 * dayMs),
        notes: index === 0 ? notesOf({ personId, employerId, secretary }, now) : [],
        requests: [],
      },
    ];
  });
}

interface About {
  readonly personId: string;
  readonly employerId: string;
  readonly secretary: { readonly personId: string; readonly name: string };
}

/** The employer asked, and the branch answered. */
function notesOf({ personId, employerId, secretary }: About, now: Date): readonly ExchangeNote[] {
  return [
    {
      noteId: `${personId}-1`,
      side: 'employer',
      words: '他周末常来社区，单位也看得到，今年量化考核能不能算一项？',
      personId: `${employerId}-speaker`,
      name: '单位党支部',
      at: after(now, -9 * dayMs),
    },
    {
      noteId: `${personId}-2`,
      side: 'community',
      words: '能。十月他上门三次，居民都点了头，数在考评里。',
      personId: secretary.personId,
      name: secretary.name,
      at: after(now, -8 * dayMs),
    },
  ];
}
