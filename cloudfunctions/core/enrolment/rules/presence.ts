import type { PresenceCount, PresenceView } from '../../../../miniprogram/contracts/enrolment';
import type { Passbook } from '../../passbook/passbook';
import { noHours } from '../../person/hours';
import type { Person } from '../../person/person';
import type { Enrolment } from '../enrolment';
import { welcomedOf } from './welcome';

/** What the five parts are made of. A book is undefined before its first line. */
export interface PresenceSources {
  readonly enrolment: Enrolment;
  readonly person: Pick<Person, 'team'> | undefined;
  readonly service: Passbook | undefined;
  readonly organization: Passbook | undefined;
  /** The year in Asia/Shanghai. */
  readonly year: number;
}

/**
 * The five parts of a member (S2-01), each from what was recorded: nobody types a figure. What they did shows from the
 * first service that counts.
 * @returns undefined for whoever is not enrolled
 */
export function presenceOf({
  enrolment,
  person,
  service,
  organization,
  year,
}: PresenceSources): PresenceView | undefined {
  const { _id, name, grid, channel, channelName, decision, welcome, skills, centre, state, hours } = enrolment;
  if (state !== 'enrolled' || !decision) return undefined;
  const identityAt = earliest(welcome.badge?.at, centre?.agreedAt);
  const served = countOf(service, year);
  return {
    personId: _id,
    name,
    gridName: grid.gridName,
    ...(grid.colour && { colour: grid.colour }),
    enrolled: {
      at: decision.at.toISOString(),
      channel,
      ...(channelName !== undefined && { channelName }),
      byName: decision.name,
      welcomed: welcomedOf(welcome),
    },
    shown: {
      ...(identityAt && { identityAt: identityAt.toISOString() }),
      ...(welcome.duty && { promiseAt: welcome.duty.at.toISOString() }),
      skills,
      ...(served.lastAt !== undefined && { deedAt: served.lastAt }),
    },
    learning: countOf(organization, year),
    service: served,
    management: {
      points: service?.balance ?? 0,
      contested: service?.contested ?? 0,
      ...(person?.team && { team: person.team.name }),
      isCaptain: person?.team?.captain ?? false,
      hours: hours ?? noHours,
    },
  };
}

/** Of a year that is over nothing counts any more as this year's. */
function countOf(book: Passbook | undefined, year: number): PresenceCount {
  if (!book || book.count === 0) return { thisYear: 0, ever: 0 };
  const thisYear = book.year === year ? book.countThisYear : 0;
  return { thisYear, ever: book.count, lastAt: book.updatedAt.toISOString() };
}

function earliest(...moments: readonly (Date | undefined)[]): Date | undefined {
  return moments.flatMap((moment) => moment ?? []).sort((a, b) => a.getTime() - b.getTime())[0];
}
