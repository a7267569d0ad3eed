/**
 * Whom an activity gave nothing, though they were there, or were not and noted as having leave: two people put it
 * right. Spread into the page of an activity.
 */
import type { ReversalView } from '../../../contracts/passbook';
import { rightChosen } from '../../../contracts/right-cause';
import type { Reply } from '../../../contracts/error';
import type { Tapped } from '../../../page/events';
import type { SubmitOptions } from '../../../page/submit';
import { showToast } from '../../../page/toast';
import type { ReasonInput } from '../../../services/moves';
import { proposeReversal } from '../../../services/passbook';
import { proposedResult } from '../../../text/passbook/waiting';
import { missingSheetOf } from '../text/sheets';

interface MissingLinePage {
  readonly data: { readonly activity: { readonly activityId: string } | null };
  missingPersonId: string;
  setData(change: object): void;
  submit(
    write: () => Promise<Reply<ReversalView>>,
    options: SubmitOptions<ReversalView>,
  ): Promise<{ readonly ok: boolean }>;
}

export const missingLine = {
  /** Whose line the open sheet is about; '' while it is about something else. */
  missingPersonId: '',
  askMissing(this: MissingLinePage, event: Tapped<{ person: string; name: string }>): void {
    const { person, name } = event.currentTarget.dataset;
    this.missingPersonId = person;
    this.setData({ sheet: missingSheetOf(name), sheetVisible: true });
  },
  async proposeMissing(this: MissingLinePage, { words, reason }: ReasonInput): Promise<void> {
    const { activity } = this.data;
    if (activity === null) return;
    const entryId = `activity:${activity.activityId}:${this.missingPersonId}`;
    const reply = await this.submit(() => proposeReversal(entryId, words, rightChosen(reason)), {
      draw: () => ({ sheetVisible: false }),
    });
    if (reply.ok) showToast(proposedResult);
  },
};
