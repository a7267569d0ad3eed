import type { Typist } from './typing';

/** What the branch says of a member's month, and to an employer. */
export async function plantRemark({ text, write }: Typist): Promise<void> {
  const words = text('review.remark.words', { subject: ['o_young'] });
  await write('o_secretary', 'review.remark', { month: '2026-10', personId: 'p_young', words });
  const note = text('review.sendNote.words', { subject: ['o_senior'], employers: ['o_employer'] });
  await write('o_secretary', 'review.sendNote', { personId: 'p_senior', words: note });
}
