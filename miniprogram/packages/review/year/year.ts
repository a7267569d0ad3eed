import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import { nowMs } from '../../../services/platform/clock';
import * as reviews from '../services/review';
import { pickerDay } from '../../../text/dates';
import { missingLine, scoreLine, yearTitle } from '../text/reviews';
import { pictureFailed, pictureSaved, pictureText, pictureUnsaved } from '../text/year-picture';
import { unitLines, yearRows, type YearRow } from '../views/review-rows';
import { yearPicture } from '../views/year-picture';
import { drawPicture, saveToAlbum } from './draw-picture';

interface Data extends PageData {
  title: string;
  sums: readonly string[];
  missing: string;
  months: readonly YearRow[];
  /** The year before can be read, and the one after it. */
  hasNext: boolean;
  /** The year as a picture, once it was drawn, and the same in words; '' before. */
  picture: string;
  pictureText: string;
  drawing: boolean;
}

const noPicture = { picture: '', pictureText: '', drawing: false } as const;
const data: Data = {
  ...loadingPage(),
  ...{ title: '', sums: [], missing: '', months: [], hasNext: false },
  ...noPicture,
};

interface YearPage extends PageWithParameters {
  readonly year: number;
}

const thisYear = (): number => Number(pickerDay(nowMs()).slice(0, 4));

const shown = record({
  read: (page: YearPage) => reviews.getYear(page.year || thisYear(), parameters(page).personId ?? ''),
  draw: (view): Partial<Data> => ({
    title: yearTitle(view),
    sums: [...unitLines(view.sums), scoreLine(view.score)].filter(Boolean),
    missing: missingLine(view.missing),
    months: yearRows(view.months),
    hasNext: view.year < thisYear(),
    ...noPicture,
  }),
});

/** Twelve months of a member, and which of them are missing (S2-21). */
Page({
  data,
  ...shown,
  /** Chosen on the page; 0 for this one. */
  year: 0,
  isTurning: false,
  openRecord() {
    wx.navigateTo({ url: routes.memberRecord(parameters(this).personId ?? '') });
  },
  async savePicture() {
    if (this.data.drawing) return;
    this.setData({ drawing: true });
    const picture = await drawPicture(yearPicture(this.data));
    if (picture === undefined) {
      this.setData({ drawing: false });
      showToast(pictureFailed);
      return;
    }
    this.setData({ picture, pictureText: pictureText(this.data), drawing: false });
    showToast((await saveToAlbum(picture)) ? pictureSaved : pictureUnsaved);
  },
  openCommendation() {
    wx.navigateTo({ url: routes.commendation() });
  },
  before() {
    void this.turn(-1);
  },
  after() {
    void this.turn(1);
  },
  async turn(years: number) {
    if (this.isTurning) return;
    this.year = (this.year || thisYear()) + years;
    this.isTurning = true;
    await this.load();
    this.isTurning = false;
  },
});
