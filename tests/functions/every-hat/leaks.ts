import { somebodies } from '../../support/community';
import type { Answer } from './calls';
import { secret, type Examples } from './examples';

/** Whom each fact of the examples may reach, beside those who tell it. */
export const mayKnow: Readonly<Record<string, readonly string[]>> = {
  李秀兰: ['o_resident', 'o_member', 'o_worker', 'o_leader', 'o_committee', 'o_secretary'],
  郭大勇: ['o_neighbour', 'o_worker', 'o_secretary'],
  [secret]: ['o_neighbour', 'o_worker', 'o_secretary'],
  段小满: ['o_elsewhere'],
  张海涛: ['o_member', 'o_resident', 'o_worker', 'o_leader', 'o_committee', 'o_secretary', 'o_inspector'],
  柳如是: ['o_stranger'],
  石磊: ['o_strangerSecretary'],
};

/** Grid workers, and the instructor of couriers. */
const publicPhones = ['16400000009', '16400000010', '16400000025', '16400000019'];
const phoneOf = (personId: string) => somebodies.find(({ id }) => id === personId)!.phone;

/**
 * Parties of an order in hand see each other's number; no other reply than a card's and these holds one of a person
 * without a public post.
 */
function mayHoldPhone({ openid, name, text }: Answer, phone: string, examples: Examples): boolean {
  if (publicPhones.includes(phone)) return true;
  if (name === 'visit.revealPhone') return visiting.includes(openid) && phone === phoneOf('p_neighbour');
  if (name === 'order.revealPhone')
    return ['o_worker', 'o_leader', 'o_committee', 'o_secretary', 'o_member', 'o_resident', 'o_neighbour'].includes(
      openid,
    );
  const inHand = text.includes(examples.accepted) && name.startsWith('order.');
  return (
    inHand &&
    ((openid === 'o_member' && phone === phoneOf('p_resident')) ||
      (openid === 'o_resident' && phone === phoneOf('p_member')))
  );
}

/** Whoever appoints people, or says that somebody left, names them: those of their own community. */
const appointing = [
  'person.find',
  'person.leave',
  'person.previewLeave',
  'person.settle',
  'post.assign',
  'post.list',
  'employer.list',
  'employer.grantHat',
  'employer.revokeHat',
];
const appoints: Readonly<Record<string, readonly string[]>> = {
  o_administrator: ['李秀兰', '郭大勇', '张海涛'],
  o_committee: ['李秀兰', '郭大勇', '张海涛'],
  o_secretary: ['李秀兰', '郭大勇', '张海涛'],
  o_strangerSecretary: ['柳如是', '石磊'],
};

/** Whoever goes from door to door names who lives there. */
const visiting = ['o_lane', 'o_head', 'o_worker', 'o_leader'];
const living = ['李秀兰', '郭大勇'];
const visits = (name: string): boolean =>
  name.startsWith('visit.') || name === 'home.get' || name.startsWith('residence.');

/** Whoever writes down a call is told who lives where it comes from. */
const answering = ['o_worker', 'o_leader', 'o_committee', 'o_secretary'];

/**
 * A captain reads the names of their own team where they name who goes, the party group those of the members who
 * enrolled in its grid, and nowhere else.
 */
function mayHoldName({ openid, name }: Answer, fact: string): boolean {
  if (mayKnow[fact]!.includes(openid)) return true;
  if (appointing.includes(name) && appoints[openid]?.includes(fact)) return true;
  if (visits(name) && visiting.includes(openid)) return living.includes(fact);
  if (name === 'order.findDuplicates' && answering.includes(openid)) return living.includes(fact);
  if (fact !== '张海涛') return false;
  return (
    (openid === 'o_captain' && name === 'order.suggest') || (openid === 'o_group' && name.startsWith('enrolment.'))
  );
}

export function expectNoLeak(answers: readonly Answer[], examples: Examples): void {
  const leaks = answers.flatMap((answer) => [
    ...Object.keys(mayKnow)
      .filter((fact) => answer.text.includes(fact) && !mayHoldName(answer, fact))
      .map((fact) => [answer.openid, answer.name, answer.input, fact]),
    ...(answer.text.match(/\b1\d{10}\b/g) ?? [])
      .filter((phone) => !mayHoldPhone(answer, phone, examples))
      .map((phone) => [answer.openid, answer.name, answer.input, phone]),
  ]);
  expect(leaks).toEqual([]);
  expect(answers.filter(({ text }) => /"o_\w+"/.test(text)).map(({ openid, name }) => [openid, name])).toEqual([]);
}
