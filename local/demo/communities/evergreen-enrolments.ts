import type { Enrolment, EnrolmentActor, EnrolmentCounts } from '../../../cloudfunctions/core/enrolment/enrolment';
import type { EnrolmentPolicy } from '../../../cloudfunctions/core/enrolment/policy';
import { countsDifference } from '../../../cloudfunctions/core/enrolment/rules/counts';
import { timeKey } from '../../../cloudfunctions/core/platform/ids';
import { freeChannels, welcomeItems, type EnrolmentChannel } from '../../../miniprogram/contracts/enrolment';
import type { DemoPerson } from '../people/people-builder';
import { placeOf, within } from '../places/tree';
import { daysBefore, type CommunityBuilder } from './community-builder';

/** The two ways beside the four of the article (S2-02) are ours. */
export const evergreenChannels: EnrolmentPolicy = {
  free1: '小哥站点报到',
  free2: '单位推荐报到',
  siteChannel: 'free1',
};

/** How many in a hundred came by each. */
const shares: readonly (readonly [EnrolmentChannel, number])[] = [
  ['group', 46],
  ['online', 22],
  ['visit', 14],
  ['outreach', 10],
  ['free1', 3],
  ['free2', 5],
];

/** Residents who asked online and wait. */
const waiting = 3;

/** The 232 members of the article by their channels, some who wait, and the counts that follow from them. */
export function enrolMembers(builder: CommunityBuilder): Readonly<Record<string, readonly object[]>> {
  const { people, random } = builder;
  const stream = random.stream('enrolments');
  const channelOf = (): EnrolmentChannel => stream.pickWeighted(shares);
  const members = people.all.filter(({ kinds }) => kinds.has('serviceMember'));
  const enrolled = members.map((person) => enrolledMember(builder, person, channelOf()));
  const neighbours = people.all.filter(
    ({ kinds, openid, home, alone }) =>
      home !== undefined && !alone && !kinds.has('serviceMember') && openid?.startsWith('wx-') === true,
  );
  const asked = stream.sample(neighbours, waiting).map((person) => enrolment(builder, person, 'online'));
  const enrolments = [...enrolled, ...asked];
  return { enrolments, enrolmentCounts: [countsOf(builder.id, enrolments)] };
}

function enrolment({ id, context }: CommunityBuilder, person: DemoPerson, channel: EnrolmentChannel): Enrolment {
  const askedAt = daysBefore(context.now, 2);
  const home = person.serves ?? (person.home && within(person.home, 'grid'));
  if (home === undefined) throw new Error(`${person.name} lives nowhere`);
  const free = freeChannels.find((one) => one === channel);
  const channelName = free && evergreenChannels[free];
  return {
    _id: person.personId,
    communityId: id,
    name: person.name,
    state: 'asked',
    channel,
    ...(channelName !== undefined && { channelName }),
    grid: placeOf(home),
    askedAt,
    decision: null,
    welcome: {},
    skills: [],
    serving: false,
    listKey: timeKey(askedAt, person.personId),
    revision: 1,
    requests: [],
  };
}

function enrolledMember(builder: CommunityBuilder, person: DemoPerson, channel: EnrolmentChannel): Enrolment {
  const stream = builder.random.stream(`enrolment ${person.personId}`);
  const askedAt = daysBefore(builder.context.now, stream.integer(90, 400));
  const actor = leaderOf(builder, person, askedAt);
  const items = stream.percent(55) ? welcomeItems : welcomeItems.slice(0, stream.integer(0, 5));
  const done = items.filter((item) => item !== 'suggestion' || items.length === welcomeItems.length);
  const at = (days: number): Date => new Date(askedAt.getTime() + days * 86_400_000);
  return {
    ...enrolment(builder, person, channel),
    state: 'enrolled',
    askedAt,
    decision: { ...actor, reason: null },
    welcome: Object.fromEntries(done.map((item, index) => [item, { ...actor, at: at(index + 1) }])),
    skills: done.includes('duty') ? person.skills : [],
    listKey: timeKey(askedAt, person.personId),
    ...(person.centreHousehold && person.home && { centre: { agreedAt: at(7), home: placeOf(person.home) } }),
  };
}

/** Whoever leads the grid enrolled them; a leader themselves was enrolled by the secretary. */
function leaderOf({ people }: CommunityBuilder, person: DemoPerson, at: Date): EnrolmentActor {
  const grid = person.serves?.placeId;
  const post =
    people.posts.find(
      ({ hat, placeId, holder }) => hat === 'gridLeader' && placeId === grid && holder?.personId !== person.personId,
    ) ?? people.posts.find(({ hat }) => hat === 'secretary');
  if (!post?.holder) throw new Error(`nobody enrolled ${person.name}`);
  const { personId, name } = post.holder;
  return { personId, name, hat: post.hat, at };
}

function countsOf(_id: string, enrolments: readonly Enrolment[]): EnrolmentCounts {
  const counts: Record<string, Record<string, number>> = { grids: {}, buildings: {}, sections: {} };
  const channels: Record<string, Record<string, number>> = {};
  for (const one of enrolments)
    for (const path of Object.keys(countsDifference(undefined, one))) {
      const [kind = '', key = '', figure = ''] = path.split('.');
      const place = kind === 'channels' ? (channels[key] ??= {}) : (counts[kind] ??= {});
      const name = kind === 'channels' ? figure : key;
      place[name] = (place[name] ?? 0) + 1;
    }
  return { _id, channels, grids: {}, ...counts };
}
