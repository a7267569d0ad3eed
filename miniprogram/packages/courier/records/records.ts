import { limits } from '../../../contracts/limits';
import { siteRecordKinds, type SiteLinkView, type SiteRecordKind } from '../../../contracts/site';
import type { Reply } from '../../../contracts/error';
import type { SiteRecordView } from '../../../contracts/site';
import type { Chosen, Emitted } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { submitTo } from '../../../page/submit';
import { showToast } from '../../../page/toast';
import { nowMs } from '../../../services/platform/clock';
import * as sites from '../services/site';
import { keepsSiteRecords } from '../../../session/hat-groups';
import { nameApart } from '../../../text/person/name-apart';
import { pickedDay, pickerDay, shanghaiTime } from '../../../text/dates';
import { refusalOf } from '../../../text/errors';
import { careResults, joinResults, recordAdded, recordKindChoices, recordMissing } from '../text/sites';
import { recordRow, type RecordRow } from '../views/record-row';

interface Data extends ListData<RecordRow> {
  maxWords: number;
  keeps: boolean;
  adding: boolean;
  kinds: typeof recordKindChoices;
  kind: SiteRecordKind;
  words: string;
  siteNames: readonly string[];
  siteName: string;
  courierNames: readonly string[];
  recipientName: string;
  day: string;
  dayText: string;
  time: string;
  busy: boolean;
  busyRecord: string;
  sheetProblem: string;
}

const data: Data = {
  ...loadingList(),
  keeps: false,
  adding: false,
  kinds: recordKindChoices,
  kind: 'help',
  words: '',
  siteNames: [],
  siteName: '',
  courierNames: [],
  recipientName: '',
  day: '',
  dayText: '',
  time: '09:00',
  busy: false,
  busyRecord: '',
  sheetProblem: '',
  maxWords: limits.siteRecord,
};

interface NamedSite {
  readonly siteId: string;
  readonly name: string;
}

const noSites: readonly NamedSite[] = [];
const noLinks: readonly SiteLinkView[] = [];

/** Activities, help, training and care for couriers; those who look after them write it down here. */
Page({
  data,
  ...pagedList({
    read: (page: PageWithParameters, cursor) => sites.listRecords(parameters(page)['siteId'], cursor),
    draw: (answer) => ({
      lines: answer.records.map((one) => recordRow(one, nowMs())),
      keeps: keepsSiteRecords(),
    }),
  }),
  sites: noSites,
  links: noLinks,
  siteId: '',
  recipientId: '',
  async add() {
    this.setData({ adding: true, ...pickedDay(pickerDay(nowMs())), sheetProblem: '' });
    const [links, found] = await Promise.all([sites.listLinks(), this.everySite()]);
    this.links = links.ok ? links.data.links : [];
    this.sites = found;
    this.setData({ siteNames: found.map(({ name }) => name) });
  },
  async everySite(): Promise<readonly NamedSite[]> {
    const found: NamedSite[] = [];
    for (let cursor: string | undefined, pages = 0; pages < 4; pages += 1) {
      const reply = await sites.list(cursor);
      if (!reply.ok) break;
      found.push(...reply.data.sites);
      cursor = reply.data.next;
      if (cursor === undefined) break;
    }
    return found;
  },
  leave() {
    this.setData({ adding: false });
  },
  chooseKind(event: Chosen) {
    const kind = siteRecordKinds.find((known) => known === event.detail.value);
    if (kind !== undefined) this.setData({ kind, sheetProblem: '' });
  },
  writeWords(event: Chosen) {
    this.setData({ words: event.detail.value, sheetProblem: '' });
  },
  chooseSite(event: Chosen<string>) {
    const site = this.sites[Number(event.detail.value)];
    if (!site) return;
    this.siteId = site.siteId;
    this.recipientId = '';
    const courierNames = this.couriers().map(nameApart);
    this.setData({ siteName: site.name, courierNames, recipientName: '', sheetProblem: '' });
  },
  couriers(): readonly SiteLinkView[] {
    return this.links.filter(({ siteId }) => siteId === this.siteId);
  },
  chooseRecipient(event: Chosen<string>) {
    const courier = this.couriers()[Number(event.detail.value)];
    this.recipientId = courier?.personId ?? '';
    this.setData({ recipientName: courier ? nameApart(courier) : '', sheetProblem: '' });
  },
  chooseDay(event: Chosen) {
    this.setData(pickedDay(event.detail.value));
  },
  chooseTime(event: Chosen) {
    this.setData({ time: event.detail.value });
  },
  missing(): string {
    const { kind, words } = this.data;
    if (words.trim() === '') return recordMissing.words;
    if (this.siteId === '') return recordMissing.site;
    return kind === 'care' && this.recipientId === '' ? recordMissing.recipient : '';
  },
  async submit() {
    const problem = this.missing();
    if (problem !== '') {
      this.setData({ sheetProblem: problem });
      return;
    }
    const { kind, words, day, time } = this.data;
    const reply = await submitTo(
      this,
      'sheetProblem',
      () =>
        sites.addRecord({
          siteId: this.siteId,
          kind,
          words: words.trim(),
          at: shanghaiTime(day, time),
          ...(kind === 'care' && { recipientId: this.recipientId }),
        }),
      { draw: () => ({ adding: false, words: '' }) },
    );
    if (!reply.ok) return;
    showToast(recordAdded);
    await this.goTo('first');
  },
  join({ detail: { recordId, join } }: Emitted<{ recordId: string; join: boolean }>) {
    return this.change(recordId, sites.joinRecord(recordId, join), join ? joinResults.joined : joinResults.left);
  },
  answer({ detail: { recordId, agree } }: Emitted<{ recordId: string; agree: boolean }>) {
    const result = agree ? careResults.agreed : careResults.declined;
    return this.change(recordId, sites.answerCare(recordId, agree), result);
  },
  async change(recordId: string, asked: Promise<Reply<SiteRecordView>>, result: string) {
    this.setData({ busyRecord: recordId });
    const reply = await asked;
    showToast(reply.ok ? result : refusalOf(reply));
    await this.goTo('here', { busyRecord: '' });
  },
});
