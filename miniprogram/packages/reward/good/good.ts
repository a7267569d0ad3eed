import { goodPictures, type GoodPicture, type StockView } from '../../../contracts/reward';
import { limits } from '../../../contracts/limits';
import type { Chosen } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { goBackWithToast } from '../../../page/toast';
import { nowMs } from '../../../services/platform/clock';
import * as rewards from '../services/reward';
import { pictureChoices } from '../text/rewards';
import { priceLine, savedLine } from '../text/stock';
import { goodFormOf, goodInputOf, noGoodForm, type GoodForm } from '../views/good-form';

interface Data extends PageData {
  form: GoodForm;
  pictures: ReturnType<typeof pictureChoices>;
  prices: readonly string[];
  maxName: number;
  maxMeasure: number;
  maxWords: number;
  busy: boolean;
}

const data: Data = {
  ...loadingPage(),
  form: noGoodForm,
  pictures: pictureChoices(goodPictures),
  prices: [],
  maxName: limits.goodName,
  maxMeasure: limits.goodMeasure,
  maxWords: limits.reasonWords,
  busy: false,
};

interface GoodPage extends PageWithParameters {
  version: number;
  isTouched: boolean;
}

const drawn = (view: StockView | undefined): Partial<Data> => ({
  form: view === undefined ? noGoodForm : goodFormOf(view),
  prices: view?.prices.map((price) => priceLine(price, nowMs())) ?? [],
});

const one = record({
  read: (_page: GoodPage) => rewards.listStock(),
  draw({ goods }, page) {
    const view = goods.find(({ goodId }) => goodId === parameters(page)['goodId']);
    page.version = view?.version ?? 0;
    return drawn(view);
  },
  isEditing: ({ isTouched }) => isTouched,
});

/** What the secretary decides on a thing: its name, its price, how many one person takes in a month. */
Page({
  data,
  ...one,
  version: 0,
  isTouched: false,
  write(change: Partial<GoodForm>) {
    this.isTouched = true;
    this.setData({ form: { ...this.data.form, ...change }, problem: '' });
  },
  writeName(event: Chosen) {
    this.write({ name: event.detail.value });
  },
  writeMeasure(event: Chosen) {
    this.write({ measure: event.detail.value });
  },
  choosePicture(event: Chosen<GoodPicture>) {
    this.write({ picture: event.detail.value });
  },
  writePrice(event: Chosen) {
    this.write({ price: event.detail.value });
  },
  writeLimit(event: Chosen) {
    this.write({ limit: event.detail.value });
  },
  switchOffered(event: Chosen<boolean>) {
    this.write({ offered: event.detail.value });
  },
  writeReason(event: Chosen) {
    this.write({ reason: event.detail.value });
  },
  async save() {
    const decided = goodInputOf(this.data.form);
    if ('problem' in decided) {
      this.setData({ problem: decided.problem });
      return;
    }
    const reply = await this.submit(() => rewards.saveGood(this.data.form.goodId, this.version, decided));
    if (reply.ok) goBackWithToast(savedLine);
  },
});
