import type { Typist } from './typing';

/** What the branch says of a member's month. */
export async function plantRemark({ text, write }: Typist): Promise<void> {
  const words = text('review.remark.words', { subject: ['o_young'] });
  await write('o_secretary', 'review.remark', { month: '2026-10', personId: 'p_young', words });
}
