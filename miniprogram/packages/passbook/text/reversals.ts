import type { ReversalView } from '../../../contracts/passbook';
import { nameApart } from '../../../text/person/name-apart';
import { causeNames } from '../../../text/passbook/causes';
import { entryDay, entrySubject, signerName } from './entries';
import { signedPoints, pointsText, unitName } from '../../../text/passbook/points';

const ownerName = ({ personName: name, ...apart }: ReversalView): string => nameApart({ name, ...apart });

export function reversalTitle(view: ReversalView): string {
  return `${ownerName(view)}\u00a0· ${entrySubject(view)}`;
}

/** The entry itself: when, how much, and what it left. */
export function reversedEntryLine({ unit, at, balance, missing }: ReversalView, nowMs: number): string {
  if (missing) return `${entryDay(at, nowMs)} 的会没有记分，现在余 ${pointsText(balance)}`;
  return `${unitName(unit)}分 ${entryDay(at, nowMs)} 一笔，记完余 ${pointsText(balance)}`;
}

/** The owner's objection; '' where there is none. */
export function objectionLine(view: ReversalView): string {
  return view.contest === undefined ? '' : `${ownerName(view)}提了异议：${view.contest}`;
}

/** Why it is to be reversed, and who says so; '' before anybody does. */
export function proposalLine({ proposedBy, reason = '', right, missing }: ReversalView): string {
  if (proposedBy === undefined) return '';
  if (missing && right) return `${signerName(proposedBy)}提请补记${causeNames[right.cause]}：${reason}`;
  return `${signerName(proposedBy)}提请冲正${right ? `，改记${causeNames[right.cause]}` : ''}：${reason}`;
}

const notAllowed: Record<NonNullable<ReversalView['mine']>, string> = {
  book: '这是您自己本上的，得换一个人来看。',
  proposal: '您提的，得换一个人来签。',
};

/** Why the reader may do nothing here; '' where they may. */
export function notAllowedLine({ mine }: ReversalView): string {
  return mine === undefined ? '' : notAllowed[mine];
}

/** What signing does, said before it is done. */
export function signingLine(view: ReversalView): string {
  const { points, right, missing } = view;
  const owner = ownerName(view);
  if (missing && right)
    return `签了字，${owner}的存折就补一笔${causeNames[right.cause]} ${signedPoints(right.points)} 分，不能收回。`;
  const undo = `签了字，${owner}的存折就再记一笔 ${signedPoints(-points)} 分`;
  return `${undo}${right ? `，再补一笔${causeNames[right.cause]} ${signedPoints(right.points)} 分` : ''}，不能收回。`;
}
