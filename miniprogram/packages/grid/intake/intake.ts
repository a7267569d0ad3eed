import { cacheCategories, cachedCategories } from '../../../cache/categories';
import type { CallerHome } from '../../../contracts/caller-home';
import type { OfferedCategory } from '../../../contracts/category';
import { limits } from '../../../contracts/limits';
import { visitTimes } from '../../../contracts/order';
import { appearance, refreshAppearance, type Appearance } from '../../../page/appearance';
import type { Chosen, Emitted } from '../../../page/events';
import { orderRoute } from '../../../page/order-route';
import { submitTo, type Refused } from '../../../page/submit';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as orders from '../../../services/order';
import * as policies from '../../../services/policy';
import { nowMs, wait } from '../../../services/platform/clock';
import type { Choice } from '../../../text/choice';
import { refusalOf } from '../../../text/errors';
import { intakeResult } from '../../../text/order/results';
import { phoneProblem } from '../../../text/person/phone';
import { currentTime, offeredCategories, offeredTimes, productCategories } from '../../../views/order/offered-choices';
import { lookFirst, missing, sameLine } from '../text/intake';
import { duplicatesOf, hasDuplicates, homeChoices, noDuplicates, type Duplicates } from '../views/duplicates';
import { cachedIntake, cacheIntake, clearIntake, emptyIntake, type IntakeDraft } from './draft';

interface Data {
  maxPhone: number;
  appearance: Appearance;
  draft: IntakeDraft;
  categories: readonly Choice[];
  /** What the caller has to bring; read to them. */
  papers: readonly string[];
  mayBePrivate: boolean;
  isPrivate: boolean;
  isAlwaysPrivate: boolean;
  times: readonly Choice[];
  maxWords: number;
  maxName: number;
  busy: boolean;
  problem: string;
  duplicates: Duplicates;
  /** What the place is looked for by, and where the caller may live. */
  sought: string;
  homes: readonly Choice[];
  /** The open order that says the same, once making another one was refused for it. */
  same: { readonly orderId: string; readonly line: string } | null;
}

/** What the form says by the category that is chosen. */
function categoryData(
  offered: readonly OfferedCategory[],
  draft: IntakeDraft,
): Pick<Data, 'categories' | 'papers' | 'mayBePrivate' | 'isPrivate' | 'isAlwaysPrivate'> {
  const chosen = offered.find(({ key }) => key === draft.category);
  const privacy = chosen?.privacy ?? 'open';
  return {
    categories: offeredCategories(offered, true, ''),
    papers: chosen?.checklist ?? [],
    mayBePrivate: privacy !== 'open',
    isPrivate: privacy === 'always' || (draft.private ?? privacy === 'byDefault'),
    isAlwaysPrivate: privacy === 'always',
  };
}

const data: Data = {
  appearance: appearance(),
  draft: emptyIntake(),
  ...categoryData(productCategories, emptyIntake()),
  times: offeredTimes(nowMs()),
  maxWords: limits.orderWords,
  maxName: limits.personName,
  busy: false,
  problem: '',
  duplicates: noDuplicates,
  sought: '',
  homes: [],
  same: null,
  maxPhone: limits.typedPhone,
};

/** Nobody looks for something while they write it. */
const pauseMs = 400;
const noHomes: readonly CallerHome[] = [];

function missingOf(
  { category, words, name, phone, placeId }: IntakeDraft,
  offered: readonly OfferedCategory[],
): string {
  if (name.trim() === '') return missing.name;
  if (phoneProblem(phone) !== '') return phoneProblem(phone);
  if (placeId === '') return missing.courtyard;
  if (!offered.some(({ key }) => key === category)) return missing.category;
  return words.trim() === '' ? missing.words : '';
}

/** Why it was not taken; the same matter is shown with the order that it is in. */
function intakeRefusal(refused: Refused): Pick<Data, 'problem' | 'same'> {
  const { code, field, order } = refused;
  if (order !== undefined) return { problem: '', same: { orderId: order.orderId, line: sameLine(order.number) } };
  return { problem: code === 'INVALID_INPUT' && field === 'phone' ? missing.phone : refusalOf(refused), same: null };
}

/** Whose open orders are looked for; '' where neither number nor place is known yet. */
function askedOf({ phone, placeId }: IntakeDraft): string {
  const number = phoneProblem(phone) === '' ? phone : '';
  return number === '' && placeId === '' ? '' : `${number}/${placeId}`;
}

/**
 * An order taken by phone for somebody without a smartphone; they are called back when it is done. Open orders of the
 * number and of the courtyard are shown before another one is made.
 */
Page({
  data,
  /** Whose open orders the reader has been shown. */
  shownFor: '',
  homes: noHomes,
  offered: productCategories,
  onLoad() {
    const draft = cachedIntake();
    this.offered = cachedCategories() ?? productCategories;
    this.setData({
      draft: { ...draft, when: currentTime(draft.when, nowMs()) },
      times: offeredTimes(nowMs()),
      ...categoryData(this.offered, draft),
    });
    void this.findDuplicates();
    void this.readCategories();
  },
  onShow() {
    refreshAppearance(this);
  },
  /** What the community offers now; drawn anew only where it is something else. */
  async readCategories() {
    const reply = await policies.listOffered('');
    if (!reply.ok || JSON.stringify(reply.data.categories) === JSON.stringify(this.offered)) return;
    const before = categoryData(this.offered, this.data.draft);
    this.offered = reply.data.categories;
    cacheCategories(this.offered);
    const now = categoryData(this.offered, this.data.draft);
    if (JSON.stringify(now) !== JSON.stringify(before)) this.setData(now);
  },
  change(part: Partial<IntakeDraft>) {
    const draft = { ...this.data.draft, ...part };
    cacheIntake(draft);
    this.setData({ draft, problem: '', same: null, ...categoryData(this.offered, draft) });
  },
  chooseCategory(event: Chosen) {
    this.change({ category: event.detail.value });
  },
  setPrivate(event: Chosen<boolean>) {
    this.change({ private: event.detail.value });
  },
  chooseTime(event: Chosen) {
    const when = visitTimes.find((known) => known === event.detail.value);
    if (when !== undefined) this.change({ when });
  },
  writeWords(event: Chosen) {
    this.change({ words: event.detail.value });
  },
  writeName(event: Chosen) {
    this.change({ name: event.detail.value });
  },
  writePhone(event: Chosen) {
    this.change({ phone: event.detail.value.trim() });
  },
  choosePlace() {
    const chosen = (place: { placeId: string; placeLabel: string }): void => {
      this.change(place);
      void this.findDuplicates();
    };
    wx.navigateTo({ url: routes.choosePlace(), events: { chosen } });
  },
  /** Courtyards and homes by the beginning of what is written. */
  async seek({ detail: { value } }: Chosen) {
    const sought = value.trim();
    this.data.sought = sought;
    await wait(pauseMs);
    if (sought === '' || this.data.sought !== sought) return;
    const reply = await orders.findDuplicates({ words: sought });
    if (reply.ok && this.data.sought === sought) this.showHomes(reply.data.homes ?? noHomes);
  },
  showHomes(homes: readonly CallerHome[]) {
    this.homes = homes;
    this.setData({ homes: homeChoices(homes) });
  },
  chooseHome({ detail: { value } }: Chosen) {
    const home = this.homes[Number(value)];
    if (home === undefined) return;
    const { placeId, placeLabel, name = '' } = home;
    this.change({ placeId, placeLabel, ...(this.data.draft.name.trim() === '' && { name }) });
    this.setData({ homes: [], sought: '' });
    void this.findDuplicates();
  },
  /** @returns whether there is something to look at that was not shown before */
  async findDuplicates(): Promise<boolean> {
    const asked = askedOf(this.data.draft);
    if (asked === '' || asked === this.shownFor) return false;
    const { phone, placeId } = this.data.draft;
    const reply = await orders.findDuplicates({
      ...(phoneProblem(phone) === '' && { phone }),
      ...(placeId !== '' && { placeId }),
    });
    if (!reply.ok || asked !== askedOf(this.data.draft)) return false;
    const duplicates = duplicatesOf(reply.data, nowMs());
    this.shownFor = asked;
    // a number that is known says where its owner lives, until a place was chosen, or is looked for by name
    if (this.data.sought === '') this.homes = placeId === '' ? (reply.data.homes ?? noHomes) : noHomes;
    this.setData({ duplicates, homes: homeChoices(this.homes) });
    return hasDuplicates(duplicates);
  },
  openOrder(event: Emitted<{ orderId: string }>) {
    wx.navigateTo({ url: orderRoute(event.detail.orderId) });
  },
  openSame() {
    if (this.data.same !== null) wx.navigateTo({ url: orderRoute(this.data.same.orderId) });
  },
  submit() {
    return this.write(false);
  },
  /** It is another matter, in the same words. */
  submitAnyway() {
    return this.write(true);
  },
  async write(anyway: boolean) {
    const { category, name, words, when, phone, placeId, requestId, private: said } = this.data.draft;
    const problem = missingOf(this.data.draft, this.offered);
    if (problem !== '') {
      this.setData({ problem });
      return;
    }
    if (await this.findDuplicates()) {
      this.setData({ problem: lookFirst });
      return;
    }
    const order = { category, words: words.trim(), when: currentTime(when, nowMs()), name: name.trim() };
    const { mayBePrivate, isAlwaysPrivate } = this.data;
    const isPrivate = said !== null && mayBePrivate && !isAlwaysPrivate ? { private: said } : {};
    const input = { ...order, phone, placeId, requestId, ...isPrivate, ...(anyway && { anyway }) };
    const reply = await submitTo(this, 'problem', () => orders.intake(input), { refuse: intakeRefusal });
    if (!reply.ok) return;
    clearIntake();
    const { orderId, actions } = reply.data;
    wx.redirectTo({
      url: orderRoute(orderId, actions.includes('dispatch') ? 'dispatch' : ''),
      success: () => showToast(intakeResult),
    });
  },
});
