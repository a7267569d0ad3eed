import type { MigrationPlan } from '../../schema/types';

/** A look made before there was a limit takes no slot of a day: it holds its own id, since the slot is unique. */
export const lookSlots: MigrationPlan = {
  to: 2,
  migrate: (line) => ({ ...line, slot: line['slot'] ?? line._id }),
};
