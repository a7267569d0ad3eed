/** Complaints and suggestions: what they are about, who answers, and by when. */
import {
  complaintLists,
  complaintSubjects,
  type ComplaintList,
  type ComplaintReceiver,
  type ComplaintSubject,
  type ComplaintView,
} from '../../../contracts/complaint';
import { choicesOf, type Choice } from '../../../text/choice';
import { dayTime, monthDay } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import { hatName } from '../../../text/person/hats';
import type { SheetContent } from '../../../text/sheet';

const subjectNames: Readonly<Record<ComplaintSubject, string>> = {
  staff: '办事的人',
  work: '事情办得怎样',
  privacy: '我的资料',
  leaders: '书记、支委',
  suggestion: '一条建议',
};

export const listChoices: readonly Choice<ComplaintList>[] = choicesOf(complaintLists, {
  own: '我写的',
  received: '等我答复的',
});

export const subjectChoices: readonly Choice<ComplaintSubject>[] = choicesOf(complaintSubjects, subjectNames);

const receiverNames: Readonly<Record<ComplaintReceiver, string>> = { secretary: '书记', inspector: '督查员' };

/** Who reads it, before it is sent, and within how many days it is answered, where that is known. */
export function whoReads(about: ComplaintSubject, days: number | undefined): string {
  const receiver = receiverNames[about === 'leaders' ? 'inspector' : 'secretary'];
  const answered = days === undefined ? '交了就写着哪天以前答复' : `${days} 天里答复`;
  return `只给${receiver}看，${answered}；办事的人看不到`;
}

export const emptyComplaint = '写几句再交';
export const sentComplaint = '交上去了';
export const answeredComplaint = '答复了';

export function complaintTitle({ about, byName }: ComplaintView): string {
  return byName === undefined ? `说${subjectNames[about]}` : `${byName}说${subjectNames[about]}`;
}

/** When it was written, and who answers by when. */
export function complaintLine({ at, receiver, answerBy, isLate, answer }: ComplaintView): string {
  const who = receiverNames[receiver];
  const waits = isLate ? `${who}过了 ${monthDay(answerBy)} 还没答复` : `${who} ${monthDay(answerBy)} 以前答复`;
  return joinParts(`${dayTime(at)} 写的`, answer ? '' : waits);
}

export function answerLine({ answer }: ComplaintView): string {
  return answer ? joinParts(`${hatName(answer.hat)}${answer.name}答复`, dayTime(answer.at)) : '';
}

/** What whoever waits too long may do, past the community. */
export function lateLine({ isLate, answer, mayAnswer }: ComplaintView): string {
  return isLate && !answer && !mayAnswer ? '不想等，就打 12345' : '';
}

export const answerSheet: SheetContent = {
  title: '答复',
  line: '写的人看得到，只能答复一回',
  choices: [],
  placeholder: '怎么办的，为什么',
  requiresWords: true,
  submit: '交上去',
};
