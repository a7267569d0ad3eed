import type { EnrolmentView, WelcomeItem } from '../../../contracts/enrolment';
import type { Reply } from '../../../contracts/error';
import type { Emitted } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { closedSheet, sheetHandlers } from '../../../page/sheet';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import type { ReasonInput } from '../../../services/moves';
import * as enrolments from '../services/enrolment';
import { refusalOf } from '../../../text/errors';
import type { SheetContent } from '../../../text/sheet';
import type { TickedItem } from '../components/welcome-list/welcome-list';
import { decidedLines, enrolmentLine, refuseSheet, stateLine } from '../text/enrolment';
import { clearedLine, tickedLine } from '../text/welcome';
import { welcomeRows, type WelcomeRow } from '../views/welcome-row';

interface Data extends PageData {
  name: string;
  line: string;
  about: string;
  mayDecide: boolean;
  rows: readonly WelcomeRow[];
  busyItem: string;
  sheet: SheetContent;
  sheetVisible: boolean;
  sheetProblem: string;
  busy: boolean;
}

const data: Data = {
  ...loadingPage(),
  name: '',
  line: '',
  about: '',
  mayDecide: false,
  rows: [],
  busyItem: '',
  ...closedSheet,
  sheet: refuseSheet,
  sheetProblem: '',
};

const drawn = (view: EnrolmentView): Partial<Data> => ({
  name: view.name,
  line: enrolmentLine(view),
  about: stateLine(view),
  mayDecide: view.mayDecide,
  rows: view.state === 'enrolled' ? welcomeRows(view, false) : [],
});

const personOf = (page: PageWithParameters): string => parameters(page)['personId'] ?? '';

const member = record({
  read: (page: PageWithParameters) => enrolments.get(personOf(page)),
  draw: ({ enrolment }) => (enrolment ? drawn(enrolment) : {}),
});

/** Somebody who asked to be enrolled, or is, as their grid sees them: decided on, and welcomed by six items. */
Page({
  data,
  ...member,
  ...sheetHandlers,
  async agree() {
    const reply = await this.submit(() => enrolments.decide(personOf(this), true), { draw: drawn });
    if (reply.ok) showToast(decidedLines.agreed);
  },
  openPresence() {
    wx.navigateTo({ url: routes.presence(personOf(this)) });
  },
  askWhy() {
    this.setData({ sheetVisible: true, sheetProblem: '' });
  },
  async refuse({ detail: { words } }: Emitted<ReasonInput>) {
    const reply = await this.submitSheet(() => enrolments.decide(personOf(this), false, words), drawn);
    if (reply.ok) showToast(decidedLines.refused);
  },
  tick({ detail: { item, skills } }: Emitted<TickedItem>) {
    const more = { personId: personOf(this), ...(item === 'duty' && { skills }) };
    return this.change(item, enrolments.tick(item, true, more), tickedLine);
  },
  clear({ detail: { item } }: Emitted<{ item: WelcomeItem }>) {
    return this.change(item, enrolments.tick(item, false, { personId: personOf(this) }), clearedLine);
  },
  async change(item: WelcomeItem, asked: Promise<Reply<EnrolmentView>>, line: string) {
    this.setData({ busyItem: item });
    const reply = await asked;
    this.setData({ busyItem: '', ...(reply.ok && drawn(reply.data)) });
    showToast(reply.ok ? line : refusalOf(reply));
  },
});
