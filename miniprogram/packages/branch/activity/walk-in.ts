/** Somebody of another branch is written into the roll by hand. Spread into the page of an activity. */
import type { ActivityView } from '../../../contracts/activity';
import type { Reply } from '../../../contracts/error';
import type { Emitted } from '../../../page/events';
import type { SubmitOptions } from '../../../page/submit';
import * as activities from '../services/activity';
import type { WalkInEntry } from '../components/walk-in-form/walk-in-form';
import { walkInRefusal } from '../text/sign-in';

interface WalkInPage {
  readonly data: { readonly activity: { readonly activityId: string } | null };
  setData(change: object): void;
  take(view: ActivityView): object;
  submit(write: () => Promise<Reply<ActivityView>>, options: SubmitOptions<ActivityView>): Promise<unknown>;
}

export const walkInForm = {
  askWalkIn(this: WalkInPage): void {
    this.setData({ addingWalkIn: true, problem: '' });
  },
  leaveWalkIn(this: WalkInPage): void {
    this.setData({ addingWalkIn: false, problem: '' });
  },
  /** Whom the name does not tell apart is asked for by the end of their number. */
  async addWalkIn(this: WalkInPage, { detail: { name, phoneEnd } }: Emitted<WalkInEntry>): Promise<void> {
    const { activity } = this.data;
    if (activity === null) return;
    await this.submit(() => activities.addWalkIn(activity.activityId, name, phoneEnd), {
      draw: (view) => this.take(view),
      refuse: (refused) => ({ problem: walkInRefusal(refused) }),
    });
  },
};
