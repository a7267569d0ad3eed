/** Lines that are written by hand: what they say, and what stands between the two people. */
import type { GrantKind, GrantRoom, GrantView } from '../../../contracts/grant';
import { choicesOf } from '../../../text/choice';
import { fullDay } from '../../../text/dates';
import { nameApart } from '../../../text/person/name-apart';
import { signerName } from './entries';
import { signedPoints, unitName } from '../../../text/passbook/points';
import type { SheetContent } from '../../../text/sheet';

const kindNames: Record<GrantKind, string> = { grant: '手工记分', opening: '老存折的余额' };

export const grantKindChoices = choicesOf(['grant', 'opening'], kindNames);

export const grantStates = [
  { value: 'open', text: '等签字', count: '' },
  { value: 'settled', text: '定了的', count: '' },
] as const;

/** What its proposer may still give this month. */
export function roomLine({ cap, used }: GrantRoom): string {
  if (cap === 0) return '这个社区不手工记分。';
  return `您这个月还能提 ${Math.max(0, cap - used)} 分，一个人一个月最多 ${cap} 分。`;
}

export function grantTitle({ personName: name, kind, ...apart }: GrantView): string {
  return `${nameApart({ name, ...apart })}\u00a0· ${kindNames[kind]}`;
}

const fullDayOf = (day: string): string => fullDay(`${day}T12:00:00+08:00`);

export function grantLine({ unit, day }: GrantView): string {
  return `${unitName(unit)}分，算在 ${fullDayOf(day)}`;
}

/** Who proposed it, and what became of it. */
export function grantPeople({ state, refusal = '', ...grant }: GrantView): string {
  const proposedBy = signerName(grant.proposedBy);
  const settledBy = signerName(grant.settledBy ?? '');
  if (state === 'proposed') return `${proposedBy}提的，等第二个人签字`;
  return state === 'signed' ? `${proposedBy}、${settledBy}两人复核` : `${proposedBy}提的，${settledBy}没签：${refusal}`;
}

const notAllowed: Record<NonNullable<GrantView['mine']>, string> = {
  book: '这是给您自己的，得换两个人来定。',
  proposal: '您提的，得换一个人来签。',
};

/** Why the reader may do nothing here; '' where they may, or where nothing is left to do. */
export function grantNotAllowed({ mine, state }: GrantView): string {
  return mine === undefined || state !== 'proposed' ? '' : notAllowed[mine];
}

/** What signing does, said before it is done. */
export function grantSigning({ personName: name, points, ...apart }: GrantView): string {
  const personName = nameApart({ name, ...apart });
  return `签了字，${personName}的存折就记一笔 ${signedPoints(points)} 分，本人马上收到消息；记错了只能冲正。`;
}

/** The second person does not sign. */
export const refuseGrantSheet: SheetContent = {
  title: '不签',
  line: '什么也不记，这句话提的人看得到',
  choices: [],
  placeholder: '为什么不签，说清楚',
  requiresWords: true,
  submit: '不签',
};

export function grantResult(agreed: boolean): string {
  return agreed ? '记上了，本人收到消息了' : '没签，什么也没记';
}

export const grantProposedResult = '提上去了，等另一个人签字';

/** What is missing before it can be sent. */
export const grantMissing = {
  points: '记几分，写一个整数',
  negative: '手工记分只加不减；记错了的走冲正',
  reason: '事由至少写十个字，说清是哪一回事',
} as const;

/** Under the fields of a kind: what it is for, and its limits. */
export const kindNotes: Record<GrantKind, string> = {
  grant: '规矩里没有的事才手工记。可以算在 31 天以内的哪一天，要另一个人签字，本人马上看得到。',
  opening: '纸上的老存折换过来，把余额转一次。算在纸上截止的那一天，可以是负的，也要另一个人签字。',
};
