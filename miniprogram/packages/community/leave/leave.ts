import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { goBackWithToast } from '../../../page/toast';
import * as posts from '../../../services/post';
import { leftLine } from '../text/leave';
import { leaveView, type LeaveView } from '../views/leave';

interface Data extends PageData, LeaveView {
  busy: boolean;
}

const data: Data = { ...loadingPage(), name: '', line: '', seats: [], orders: [], rest: '', busy: false };
const personIdOf = (page: PageWithParameters): string => parameters(page)['personId'] ?? '';

const leaving = record({
  read: (page: PageWithParameters) => posts.previewLeave(personIdOf(page)),
  draw: (answer): Partial<Data> => leaveView(answer),
  refreshOnShow: true,
});

/** What becomes of what somebody has in hand when they leave, before it is said that they do. */
Page({
  data,
  ...leaving,
  async leave() {
    const reply = await this.submit(() => posts.leave(personIdOf(this)));
    if (reply.ok) goBackWithToast(leftLine(this.data.name));
  },
});
