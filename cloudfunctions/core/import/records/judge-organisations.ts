import type { Organisation } from '../../site/site';
import { changeOf, fateOf, noteOf, refusedRecord, type Judged } from './judge';
import { keeperOf } from './keepers';
import { isCalled } from './station-book';
import { organisationId, tradeOf, type StationLine } from './station-line';
import type { KeeperTarget, OrganisationTarget } from './target';

/** A couriers' party organisation, with an instructor where its row names one as such. */
export function judgeOrganisation({ row, entry, book, around, known }: StationLine): Judged {
  const { name, person, instructs } = entry;
  const org = book.orgs.find((one) => isCalled(one.name, name));
  const trade = org ? entry.trade : tradeOf(entry);
  if (!org && !trade) return refusedRecord(row, name, 'tradeMissing');
  const found = instructs ? keeperOf(entry, 'instructor', around, known) : undefined;
  const instructor = found?.ok ? found.keeper : undefined;
  const orgId = org?._id ?? organisationId(around.community._id, name);
  const target: OrganisationTarget = { type: 'organisation', orgId, isNew: org === undefined, name };
  const changes = org
    ? [...changeOf('trade', org.kind, trade), ...changeOf('instructor', instructorsOf(org), withOne(org, instructor))]
    : [];
  return {
    fate: fateOf(org === undefined, changes),
    title: name,
    record: { ...target, ...(trade && { trade }), ...(instructor && { instructor }) },
    changes,
    notes: [
      ...(found && !found.ok ? [noteOf(row, found.code, person)] : []),
      ...(person !== undefined && !instructs ? [noteOf(row, 'keeperUnused', person)] : []),
    ],
  };
}

/** Somebody who is sent to an organisation, which is known or stands in the same file. */
export function judgeInstructor({ row, entry, book, around, known, orgIdOf }: StationLine): Judged {
  const { name, organisation } = entry;
  if (organisation === undefined) return refusedRecord(row, name, 'organisationMissing');
  const orgId = orgIdOf(organisation);
  if (orgId === undefined) return refusedRecord(row, name, 'organisationUnknown', organisation);
  const found = keeperOf(entry, 'instructor', around, known);
  if (!found.ok) return refusedRecord(row, name, found.code);
  const org = book.orgs.find(({ _id }) => _id === orgId);
  const { keeper } = found;
  const changes = org ? changeOf('instructor', instructorsOf(org), withOne(org, keeper)) : [];
  const isSent = org !== undefined && changes.length === 0;
  const target = { type: 'organisation', orgId, isNew: false, name: org?.name ?? organisation } as const;
  return {
    fate: isSent ? (found.isChanged ? 'changed' : 'unchanged') : keeper.person.isNew ? 'new' : 'changed',
    title: name,
    record: { ...target, instructor: keeper },
    changes,
    notes: [],
  };
}

const instructorsOf = ({ instructors }: Organisation): string => instructors.map(({ name }) => name).join(',');

function withOne(org: Organisation, keeper: KeeperTarget | undefined): string | undefined {
  if (!keeper) return undefined;
  const isThere = org.instructors.some(({ personId }) => personId === keeper.person.personId);
  return isThere ? instructorsOf(org) : [...org.instructors, keeper.person].map(({ name }) => name).join(',');
}
