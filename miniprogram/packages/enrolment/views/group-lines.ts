import type { Output } from '../../../contracts/api';
import { groupLimit } from '../../../contracts/enrolment';
import { nameApart } from '../../../text/person/name-apart';
import { phoneProblem } from '../../../text/person/phone';
import { groupProblems, outcomeLine } from '../text/enrolment';

export interface GroupMember {
  readonly name: string;
  readonly phone: string;
}

/** Who was written down, a line each: a name, and a number behind it. */
export type GroupLines =
  { readonly ok: true; readonly members: readonly GroupMember[] } | { readonly ok: false; readonly problem: string };

/** The number begins with the first digit, a plus sign or a bracket. */
const lineForm = /^(\D*?[^\d\s+(（,，:：])[\s,，:：]*([+(（]?\d.*)$/;

export function readGroup(words: string): GroupLines {
  const lines = words.split('\n').map((line) => line.trim());
  const members: GroupMember[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const [, name, phone] = lineForm.exec(line) ?? [];
    if (name === undefined || phone === undefined) return { ok: false, problem: groupProblems.line(index + 1) };
    if (phoneProblem(phone) !== '') return { ok: false, problem: groupProblems.phone(index + 1) };
    members.push({ name: name.trim(), phone: phone.trim() });
  }
  if (members.length === 0) return { ok: false, problem: groupProblems.none };
  return members.length > groupLimit ? { ok: false, problem: groupProblems.many(groupLimit) } : { ok: true, members };
}

export interface OutcomeRow {
  readonly key: string;
  readonly name: string;
  readonly line: string;
}

const shownDigits = 4;

/** What became of each line, in their order; who shares a name has the end of the number that was written down. */
export function outcomeRows(
  members: readonly GroupMember[],
  outcomes: Output<'enrolment.addGroup'>['outcomes'],
): readonly OutcomeRow[] {
  return outcomes.map(({ name, outcome }, index) => {
    const isRepeated = outcomes.filter((one) => one.name === name).length > 1;
    const phoneEnd = members[index]?.phone.replace(/\D/g, '').slice(-shownDigits);
    const apart = isRepeated && phoneEnd !== undefined ? { phoneEnd } : {};
    return { key: String(index), name: nameApart({ name, ...apart }), line: outcomeLine(outcome) };
  });
}
