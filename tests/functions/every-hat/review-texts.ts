import type { Typist } from './typing';

/** What the branch says of a member's month, and to an employer. */
export async function plantRemark({ cloud, text, write }: Typist): Promise<void> {
  const words = text('review.remark.words', { subject: ['o_young'] });
  await write('o_secretary', 'review.remark', { month: '2026-10', personId: 'p_young', words });
  await write('o_secretary', 'review.confirm', { month: '2026-10', version: 4 });
  const read = await cloud.getAs('o_secretary', 'recognition.getCommendation', {});
  await write('o_secretary', 'recognition.approveCommendation', {
    ...{ period: '2026-10', digest: read.commendation?.digest, leftOut: ['p_young'] },
    reason: text('recognition.approveCommendation.reason'),
  });
  const note = text('review.sendNote.words', { subject: ['o_senior'], employers: ['o_employer'] });
  await write('o_secretary', 'review.sendNote', { personId: 'p_senior', words: note });
}
