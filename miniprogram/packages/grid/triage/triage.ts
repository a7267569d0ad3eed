import { cacheCategories, cachedCategories } from '../../../cache/categories';
import { limits } from '../../../contracts/limits';
import { orderKinds, type OrderKind, type OrderView } from '../../../contracts/order';
import type { Chosen } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import type { Refused } from '../../../page/submit';
import { goBackWithToast } from '../../../page/toast';
import * as orders from '../../../services/order';
import * as policies from '../../../services/policy';
import type { Choice } from '../../../text/choice';
import { refusalOf } from '../../../text/errors';
import { moveResult } from '../../../text/order/results';
import { categoryName } from '../../../text/order/names';
import { joinParts } from '../../../text/join';
import { offeredCategories, productCategories } from '../../../views/order/offered-choices';
import { orderKindChoices, triageProblems } from '../text/triage';

interface TriageForm {
  readonly category: string;
  readonly kind: OrderKind;
  readonly urgent: boolean;
  readonly isPrivate: boolean;
  readonly yuan: string;
  readonly publicWords: string;
}

interface Data extends PageData {
  words: string;
  line: string;
  form: TriageForm;
  wasPrivate: boolean;
  categories: readonly Choice[];
  kinds: readonly Choice[];
  maxWords: number;
  busy: boolean;
}

const noForm: TriageForm = {
  category: '',
  kind: 'service',
  urgent: false,
  isPrivate: false,
  yuan: '',
  publicWords: '',
};
const data: Data = {
  ...loadingPage(),
  words: '',
  line: '',
  form: noForm,
  wasPrivate: false,
  categories: [],
  kinds: orderKindChoices(orderKinds),
  maxWords: limits.orderWords,
  busy: false,
};

const notRead = (): orders.OrderRef | null => null;

interface TriagePage extends PageWithParameters {
  data: Data;
  /** The order as it was read; null before. */
  order: orders.OrderRef | null;
  setData(change: Partial<Data>): void;
}

function formOf(order: OrderView): TriageForm {
  const { category, urgent, wishYuan, words = '' } = order;
  // Whoever asks chooses 微心愿; whether it is one is said here.
  const kind = category === 'wish' && order.kind === 'service' ? 'wish' : order.kind;
  return {
    ...{ category, kind, urgent, isPrivate: order.private },
    yuan: wishYuan === undefined ? '' : String(wishYuan),
    publicWords: order.publicWords ?? words,
  };
}

function refusalLine(refused: Refused): string {
  const { code, field = '' } = refused;
  if (code !== 'INVALID_INPUT') return refusalOf(refused);
  if (field === 'wish.valueYuan' || field === 'wish') return triageProblems.yuan;
  if (field === 'wish.words') return triageProblems.words;
  return field === 'category' ? triageProblems.category : triageProblems.shared;
}

/** Staff look at an order before anybody is sent: what it is about, how urgent, and of which kind (S2-11). */
Page({
  data,
  order: notRead(),
  ...record({
    read: (page: TriagePage) => orders.get(parameters(page)['orderId'] ?? ''),
    draw(order, page): Partial<Data> {
      const { orderId, version, words = '', placeName } = order;
      page.order = { orderId, version };
      return {
        words,
        line: joinParts(placeName, categoryName(order)),
        form: formOf(order),
        wasPrivate: order.private,
        categories: offeredCategories(cachedCategories() ?? productCategories, true, ''),
      };
    },
    isEditing: ({ order }) => order !== null,
    async afterLoad(page) {
      const before = JSON.stringify(page.data.categories);
      const offered = await policies.listOffered('');
      if (!offered.ok) return;
      cacheCategories(offered.data.categories);
      const categories = offeredCategories(offered.data.categories, true, '');
      if (JSON.stringify(categories) !== before) page.setData({ categories });
    },
  }),
  change(part: Partial<TriageForm>) {
    this.setData({ form: { ...this.data.form, ...part }, problem: '' });
  },
  chooseCategory(event: Chosen) {
    const chosen = (cachedCategories() ?? productCategories).find(({ key }) => key === event.detail.value);
    if (!chosen) return;
    const { kind } = this.data.form;
    this.change({
      category: chosen.key,
      urgent: this.data.form.urgent || chosen.emergency,
      ...(kind !== 'wish' && { kind: chosen.kind }),
    });
  },
  chooseKind(event: Chosen<OrderKind>) {
    this.change({ kind: event.detail.value });
  },
  setUrgent(event: Chosen<boolean>) {
    this.change({ urgent: event.detail.value });
  },
  setPrivate(event: Chosen<boolean>) {
    this.change({ isPrivate: event.detail.value });
  },
  writeYuan(event: Chosen) {
    this.change({ yuan: event.detail.value });
  },
  writeWords(event: Chosen) {
    this.change({ publicWords: event.detail.value });
  },
  async save() {
    const { order } = this;
    const { form } = this.data;
    if (order === null) return;
    const { category, kind, urgent, isPrivate, yuan, publicWords } = form;
    const isWish = kind === 'wish';
    if (isWish && !/^\d+$/.test(yuan.trim())) this.setData({ problem: triageProblems.yuan });
    else if (isWish && publicWords.trim() === '') this.setData({ problem: triageProblems.words });
    else {
      const wish = { valueYuan: Number(yuan), words: publicWords.trim() };
      const input = { category, kind, urgent, ...(isWish ? { wish } : isPrivate && { private: true }) };
      const reply = await this.submit(() => orders.reclassify(order, input), {
        draw: () => ({}),
        refuse: (refused) => ({ problem: refusalLine(refused) }),
      });
      if (reply.ok) goBackWithToast(moveResult('reclassify'));
    }
  },
});
