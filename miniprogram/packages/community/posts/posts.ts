import type { Input } from '../../../contracts/api';
import { postHats } from '../../../contracts/hat';
import type { AssignedHat } from '../../../contracts/post';
import type { Chosen, Tapped } from '../../../page/events';
import { loadingPage, type PageData, type PageOf } from '../../../page/page-data';
import { parameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import { dayName } from '../../../text/dates';
import { nowMs } from '../../../services/platform/clock';
import * as posts from '../../../services/post';
import type { Choice } from '../../../text/choice';
import { refusal } from '../../../text/errors';
import { hatName } from '../../../text/person/hats';
import {
  assignedLine,
  dayChoices,
  formLine,
  hatChoices,
  hatTitle,
  leadsChoices,
  leavingTitle,
  noneFound,
  tomorrow,
} from '../text/posts';
import { levelRows, personRow, postRow, type LevelRow, type PersonRow, type PostRow } from '../views/post-rows';

interface Data extends PageData {
  placeName: string;
  /** The community's levels, from the top. */
  form: string;
  levels: readonly LevelRow[];
  rows: readonly PostRow[];
  hats: readonly Choice[];
  /** The post that is being given, `leaving` where somebody is looked for who leaves; '' for none. */
  hat: string;
  postId: string;
  title: string;
  words: string;
  people: readonly PersonRow[];
  days: readonly Choice[];
  day: string;
  date: string;
  dateText: string;
  /** Whether whoever leads the party group is to lead the grid, too. */
  alone: readonly Choice[];
  leads: string;
  asksLeads: boolean;
}

const dateOf = (date: string) => ({ date, dateText: dayName(date) });

const data: Data = {
  ...loadingPage(),
  placeName: '',
  form: '',
  levels: [],
  rows: [],
  hats: [],
  hat: '',
  postId: '',
  title: '',
  words: '',
  people: [],
  days: dayChoices,
  day: 'now',
  date: '',
  dateText: '',
  alone: leadsChoices,
  leads: 'grid',
  asksLeads: false,
};

const placeOf = (page: PageOf<Data>) => parameters(page)['placeId'] ?? '';
const listed = record({
  read(page: PageOf<Data>) {
    const placeId = placeOf(page);
    return posts.list(placeId === '' ? undefined : placeId);
  },
  draw: ({ placeName, posts: shown, hats, levels }): Partial<Data> => ({
    placeName,
    form: formLine(levels),
    levels: levelRows(levels),
    rows: shown.map(postRow),
    hats: hatChoices(hats),
  }),
  isEditing: ({ data: { hat } }: PageOf<Data>) => hat !== '',
  refreshOnShow: true,
});

const isAssigned = (hat: string): hat is AssignedHat =>
  hat !== 'teamCaptain' && hat !== 'employer' && postHats.some((one) => one === hat);

/** Who holds which post at a place, and giving one to somebody from a day on. */
Page({
  data,
  ...listed,
  openForm(event: Tapped<{ hat: string; post: string }>) {
    const { hat, post } = event.currentTarget.dataset;
    this.begin(hat, post);
  },
  chooseHat(event: Chosen) {
    this.begin(event.detail.value, '');
  },
  begin(hat: string, postId: string) {
    const title = isAssigned(hat) ? hatTitle(hatName(hat)) : leavingTitle;
    const asksLeads = hat === 'groupLeader' && this.data.hats.some(({ value }) => value === 'gridLeader');
    const shown = { hat, postId, title, asksLeads, leads: 'grid' };
    this.setData({ ...shown, words: '', people: [], day: 'now', ...dateOf(tomorrow(nowMs())), problem: '' });
  },
  beginLeaving() {
    this.begin('leaving', '');
  },
  openLeave(event: Tapped<{ person: string }>) {
    wx.navigateTo({ url: routes.leave(event.currentTarget.dataset.person) });
  },
  chooseLeads(event: Chosen) {
    this.setData({ leads: event.detail.value });
  },
  type(event: Chosen) {
    this.data.words = event.detail.value;
  },
  async find() {
    const words = this.data.words.trim();
    if (words === '') return;
    const reply = await posts.findPeople(words);
    if (!reply.ok) this.setData({ problem: refusal(reply.code) });
    else {
      const people = reply.data.people.map(personRow);
      this.setData({ words, people, problem: people.length === 0 ? noneFound : '' });
    }
  },
  chooseDay(event: Chosen) {
    this.setData({ day: event.detail.value });
  },
  chooseDate(event: Chosen) {
    this.setData(dateOf(event.detail.value));
  },
  async choose(event: Tapped<{ id: string }>) {
    const { id } = event.currentTarget.dataset;
    if (this.data.hat === 'leaving') {
      this.setData({ hat: '' });
      wx.navigateTo({ url: routes.leave(id) });
      return;
    }
    const name = this.data.people.find(({ personId }) => personId === id)?.name ?? '';
    await this.assign(id, name);
  },
  async vacate(event: Tapped<{ hat: string; post: string }>) {
    const { hat, post } = event.currentTarget.dataset;
    this.setData({ hat, postId: post, day: 'now', asksLeads: false });
    await this.assign(null, '');
  },
  async assign(personId: string | null, name: string) {
    const { hat, postId, day, date, asksLeads, leads } = this.data;
    if (!isAssigned(hat)) return;
    const placeId = placeOf(this);
    const wanted: Omit<Input<'post.assign'>, 'requestId'> = {
      hat,
      ...(personId !== null && { personId }),
      ...(placeId !== '' && { placeId }),
      ...(postId !== '' && { postId }),
      ...(asksLeads && personId !== null && leads === 'grid' && { leadsGrid: true }),
      ...(day === 'later' && { from: `${date}T00:00:00+08:00` }),
    };
    this.setData({ problem: '' });
    const reply = await posts.assign(wanted);
    if (reply.ok) {
      await this.load({ hat: '' });
      showToast(assignedLine(name, reply.data.notes));
    } else this.setData({ problem: refusal(reply.code), ...(personId === null && { hat: '' }) });
  },
});
