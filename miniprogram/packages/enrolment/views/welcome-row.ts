import type { EnrolmentView, WelcomeItem } from '../../../contracts/enrolment';
import { dutiesLine, tickLine, welcomeAct, welcomeName } from '../text/welcome';

/** One of the six items as a page draws it. */
export interface WelcomeRow {
  readonly item: WelcomeItem;
  readonly name: string;
  readonly line: string;
  readonly isDone: boolean;
  /** What the button says; '' for none. */
  readonly act: string;
  readonly mayClear: boolean;
  /** The order that a suggestion became; '' for none. */
  readonly orderId: string;
}

export function welcomeRows({ welcome, skills }: EnrolmentView, isOwn: boolean): readonly WelcomeRow[] {
  return welcome.map((view) => {
    const { item, at, orderId = '', mayTick, mayClear } = view;
    const isDone = at !== undefined;
    const duties = item === 'duty' && isDone ? `，${dutiesLine(skills)}` : '';
    const needsMember = !isOwn && item === 'suggestion';
    return {
      item,
      name: welcomeName(item),
      line: `${tickLine(view)}${duties}`,
      isDone,
      act: mayTick && !needsMember ? welcomeAct(item, isOwn) : '',
      mayClear,
      orderId,
    };
  });
}
