import type { NameApart } from '../../../miniprogram/contracts/name-apart';
import { attendanceRow } from '../../../miniprogram/packages/branch/views/attendance';
import { organiserChoices } from '../../../miniprogram/packages/branch/text/plan';
import { teamFormOf } from '../../../miniprogram/packages/branch/views/team-form';
import { employerRow } from '../../../miniprogram/packages/community/views/employer-rows';
import { postRow } from '../../../miniprogram/packages/community/views/post-rows';
import { enrolmentRow } from '../../../miniprogram/packages/enrolment/views/enrolment-row';
import { residentRow } from '../../../miniprogram/packages/household/views/household-rows';
import { branchRow, transferRow } from '../../../miniprogram/packages/party/views/branch-rows';
import { caseRow, visitRow } from '../../../miniprogram/packages/party/views/help-rows';
import { mentorRow } from '../../../miniprogram/packages/party/views/mentor-rows';
import { alarmRow } from '../../../miniprogram/packages/passbook/views/alarm-row';
import { bookRow, brokenBook } from '../../../miniprogram/packages/passbook/views/book-row';
import { grantRow } from '../../../miniprogram/packages/passbook/views/grant-row';
import { reversalRow } from '../../../miniprogram/packages/passbook/views/reversal-row';
import { memberRow } from '../../../miniprogram/packages/review/views/review-rows';
import { nameApart } from '../../../miniprogram/text/person/name-apart';
import type { ApiCloud } from '../../support/api';
import { twinIds, twinName } from './twins';

/** What a page draws of somebody: whatever it is, as text without ids. */
type Drawn = object | string;
interface Row {
  readonly personId: string;
  readonly drawn: Drawn;
}

/** A list that names people: who reads it, and each of its rows as a page draws it. */
export interface ListOfPeople {
  readonly reader: string;
  readonly by: keyof NameApart;
  readonly rows: (cloud: ApiCloud, reader: string) => Promise<readonly Row[]>;
}

type Named = { readonly personId: string; readonly name: string } & NameApart;
const plainly = (all: readonly Named[]): readonly Row[] =>
  all.map((one) => ({ personId: one.personId, drawn: nameApart(one) }));
const drawnBy = <T extends { readonly personId: string }>(all: readonly T[], draw: (one: T) => Drawn): readonly Row[] =>
  all.map((one) => ({ personId: one.personId, drawn: draw(one) }));

const roll: ListOfPeople['rows'] = async (cloud, reader) => {
  const { _id: activityId = '' } =
    cloud
      .stored<{ _id: string; title: string }>('activities')
      .find(({ _id, title }) => title === '两位同名' && _id !== 'a_elsewhere') ?? {};
  const { people } = await cloud.getAs(reader, 'activity.get', { activityId });
  return drawnBy(people, (one) => attendanceRow(one, { isMarking: true }));
};

const ranking: ListOfPeople['rows'] = async (cloud, reader) => {
  const { organization } = await cloud.getAs(reader, 'recognition.getRanking', {});
  return organization
    .filter(({ name }) => name === twinName)
    .map((one, index) => ({ personId: twinIds[index] ?? '', drawn: nameApart(one) }));
};

const commendation: ListOfPeople['rows'] = async (cloud, reader) =>
  plainly((await cloud.getAs(reader, 'recognition.getCommendation', { period: '2026-10' })).commendation?.people ?? []);

const books: ListOfPeople['rows'] = async (cloud, reader) =>
  drawnBy((await cloud.getAs(reader, 'passbook.list', { unit: 'service' })).people, bookRow);

const members: ListOfPeople['rows'] = async (cloud, reader) =>
  plainly((await cloud.getAs(reader, 'branch.listMembers', {})).members);

const secretary = { reader: 'o_secretary', by: 'phoneEnd' } as const;
const inspector = { reader: 'o_inspector', by: 'gridName' } as const;

export const lists: Readonly<Record<string, ListOfPeople>> = {
  'the roll of a meeting': { ...secretary, rows: roll },
  'the roll, for an inspector': { ...inspector, rows: roll },
  'walk-ins elsewhere': {
    ...secretary,
    rows: async (cloud, reader) => plainly((await cloud.getAs(reader, 'activity.listWalkIns', {})).walkIns),
  },
  'members of a branch': { ...secretary, rows: members },
  'members of a branch, for a group leader': { reader: 'o_group', by: 'phoneEnd', rows: members },
  'who may organise': {
    ...secretary,
    rows: async (cloud, reader) => {
      const young = await cloud.getAs(reader, 'branch.listMembers', { memberClass: 'young' });
      return organiserChoices(young.members).map(({ value, text }) => ({ personId: value, drawn: text }));
    },
  },
  'who goes to another branch': {
    ...secretary,
    rows: async (cloud, reader) => drawnBy((await cloud.getAs(reader, 'branch.list', {})).transfers, transferRow),
  },
  'who leads a branch': {
    reader: 'o_administrator',
    by: 'phoneEnd',
    rows: async (cloud, reader) => {
      const { branches } = await cloud.getAs(reader, 'branch.list', {});
      const drawn = branches.flatMap((one) => branchRow(one, { mayCreate: true, isSecretary: false }).holders);
      return drawnBy(drawn, ({ name, post }) => name + post);
    },
  },
  'posts of a community': {
    ...secretary,
    rows: async (cloud, reader) => {
      const { posts } = await cloud.getAs(reader, 'post.list', {});
      return drawnBy(posts.map(postRow), ({ line }) => line);
    },
  },
  'whom nobody guides': {
    ...secretary,
    rows: async (cloud, reader) => plainly((await cloud.getAs(reader, 'mentor.list', {})).without),
  },
  'a team': {
    ...secretary,
    rows: async (cloud, reader) => {
      const { teams, members: named = [] } = await cloud.getAs(reader, 'team.list', { teamId: 'team_repair' });
      return drawnBy(teamFormOf(teams[0]!, named).members, ({ name }) => name);
    },
  },
  books: { ...secretary, rows: books },
  'books, for an inspector': { ...inspector, rows: books },
  'books without a line': {
    ...secretary,
    rows: async (cloud, reader) =>
      drawnBy((await cloud.getAs(reader, 'passbook.list', { unit: 'organization', cursor: '+' })).people, bookRow),
  },
  'lines that wait': {
    ...secretary,
    rows: async (cloud, reader) =>
      drawnBy((await cloud.getAs(reader, 'passbook.listReversals', {})).reversals, (one) => reversalRow(one, 0)),
  },
  'lines by hand': {
    ...secretary,
    rows: async (cloud, reader) =>
      drawnBy((await cloud.getAs(reader, 'passbook.listGrants', { state: 'open' })).grants, grantRow),
  },
  alarms: {
    ...secretary,
    rows: async (cloud, reader) => {
      const { alarms } = await cloud.getAs(reader, 'passbook.listAlarms', { state: 'open' });
      return alarms.map((one) => ({ personId: one.personId ?? '', drawn: alarmRow(one, false) }));
    },
  },
  'books that do not hold': {
    ...secretary,
    rows: async (cloud, reader) =>
      drawnBy((await cloud.getAs(reader, 'passbook.audit', { unit: 'service' })).broken, brokenBook),
  },
  'a month of the branch': {
    ...secretary,
    rows: async (cloud, reader) =>
      drawnBy((await cloud.getAs(reader, 'review.get', { month: '2026-10' })).rows, memberRow),
  },
  'who shares a record': {
    reader: 'o_employer',
    by: 'gridName',
    rows: async (cloud, reader) => plainly((await cloud.getAs(reader, 'review.listShared', {})).members),
  },
  'who is commended': { ...secretary, rows: commendation },
  'who is commended, for a member': { reader: 'o_twin1', by: 'gridName', rows: commendation },
  'the ranking': { reader: 'o_twin1', by: 'gridName', rows: ranking },
  'who enrolled': {
    reader: 'o_worker',
    by: 'phoneEnd',
    rows: async (cloud, reader) =>
      drawnBy((await cloud.getAs(reader, 'enrolment.list', { state: 'asked' })).enrolments, enrolmentRow),
  },
  'whom a branch visits': {
    ...secretary,
    rows: async (cloud, reader) => drawnBy((await cloud.getAs(reader, 'help.list', {})).visits, visitRow),
  },
  'whom a branch helps': {
    ...secretary,
    rows: async (cloud, reader) => drawnBy((await cloud.getAs(reader, 'help.list', {})).cases, caseRow),
  },
  'whom a case may be about': {
    ...secretary,
    rows: async (cloud, reader) => plainly((await cloud.getAs(reader, 'help.list', {})).members),
  },
  'who lives in a household': {
    reader: 'o_worker',
    by: 'phoneEnd',
    rows: async (cloud, reader) => {
      const { household } = await cloud.getAs(reader, 'visit.getHousehold', { placeId: 'qinghe_g1_h1' });
      return drawnBy(household.residents, residentRow);
    },
  },
  'couriers of an organisation': {
    reader: 'o_instructor',
    by: 'phoneEnd',
    rows: async (cloud, reader) => plainly((await cloud.getAs(reader, 'site.listLinks', {})).links),
  },
  'who wears the hat of an employer': {
    reader: 'o_administrator',
    by: 'phoneEnd',
    rows: async (cloud, reader) => {
      const { employers } = await cloud.getAs(reader, 'employer.list', {});
      return drawnBy(
        employers.flatMap((one) => employerRow(one).holders),
        ({ name }) => name,
      );
    },
  },
};

/** Lists whose rows stand only once the twins are of the committee class. */
export const committeeLists: Readonly<Record<string, ListOfPeople>> = {
  mentors: {
    ...secretary,
    rows: async (cloud, reader) =>
      drawnBy((await cloud.getAs(reader, 'mentor.list', {})).mentors, ({ ...one }) => mentorRow(one).name),
  },
  'who may visit': {
    ...secretary,
    rows: async (cloud, reader) =>
      plainly((await cloud.getAs(reader, 'help.getMember', { personId: 'p_special' })).committee),
  },
};
