import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { routes } from '../../../routes';
import * as enrolments from '../services/enrolment';
import { presenceParts, type PresencePart } from '../text/presence';

interface Data extends PageData {
  name: string;
  gridName: string;
  colour: string;
  parts: readonly PresencePart[];
  isOwn: boolean;
}

const data: Data = { ...loadingPage(), name: '', gridName: '', colour: '', parts: [], isOwn: true };

/** Empty on one's own page. */
const personOf = (page: PageWithParameters): string => parameters(page)['personId'] ?? '';

const presence = record({
  read: (page: PageWithParameters) => enrolments.getPresence(personOf(page)),
  draw: (view, page: PageWithParameters) => ({
    isOwn: personOf(page) === '',
    name: view.name,
    gridName: view.gridName,
    colour: view.colour ?? '',
    parts: presenceParts(view),
  }),
});

/** What a member is and does in their grid: five parts, each from what was recorded. */
Page({
  data,
  ...presence,
  open() {
    wx.navigateTo({ url: this.data.isOwn ? routes.memberHours : routes.enrolledMember(personOf(this)) });
  },
});
