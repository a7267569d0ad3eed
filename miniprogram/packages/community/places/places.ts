import { gridColours } from '../../../contracts/hat';
import { limits } from '../../../contracts/limits';
import type { Reply } from '../../../contracts/error';
import { placeKinds, type PlaceDetail, type PlaceKind, type PlaceView } from '../../../contracts/place';
import type { Chosen, Tapped } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as places from '../../../services/place';
import { nowMs } from '../../../services/platform/clock';
import type { Choice } from '../../../text/choice';
import { refusal } from '../../../text/errors';
import { closedLine, colourChoices, createdLine, kindChoices, movedLine, nameMissing, savedLine } from '../text/places';
import { placeHead, placeRow, type PlaceHead, type PlaceRow } from '../views/place-rows';

type Form = '' | 'create' | 'save';

interface Data extends ListData<PlaceRow> {
  /** Null for the community as a whole. */
  head: PlaceHead | null;
  isTop: boolean;
  form: Form;
  kinds: readonly Choice[];
  kind: string;
  name: string;
  colours: readonly Choice[];
  colour: string;
  isColoured: boolean;
  maxName: number;
  busy: boolean;
}

const data: Data = {
  ...loadingList(),
  head: null,
  isTop: false,
  form: '',
  kinds: [],
  kind: '',
  name: '',
  colours: colourChoices,
  colour: '',
  isColoured: false,
  maxName: limits.placeName,
  busy: false,
};

interface PlacesPage extends PageWithParameters {
  place: PlaceDetail | null;
}

type Answer = { readonly places: readonly PlaceView[]; readonly next?: string };

const listed = pagedList({
  async read(page: PlacesPage, cursor): Promise<Reply<Answer>> {
    const { placeId = '', list = '' } = parameters(page);
    if (list === 'ungridded' || list === 'closed') return places.listApart(list, cursor);
    if (placeId === '') return places.listChildren(cursor === undefined ? {} : { cursor });
    const reply = await places.get(placeId, cursor);
    if (reply.ok) page.place = reply.data.place;
    return reply;
  },
  draw({ places: shown }, page) {
    const { list = '' } = parameters(page);
    const { place } = page;
    return {
      lines: shown.map(placeRow),
      head: place && placeHead(place, nowMs()),
      isTop: place === null && list === '',
      kinds: list === '' && !place?.closed ? kindChoices(place?.kind ?? '') : [],
    };
  },
});

const noPlace = (): PlacesPage['place'] => null;
const kindOf = (value: string): PlaceKind => placeKinds.find((kind) => kind === value) ?? 'grid';
const colourOf = (value: string) => gridColours.find((colour) => colour === value);

/** The community's places, one level a page: what lies there, what it is called, what it was. */
Page({
  data,
  ...listed,
  place: noPlace(),
  open(event: Tapped<{ id: string }>) {
    wx.navigateTo({ url: routes.places(event.currentTarget.dataset.id) });
  },
  openPosts() {
    wx.navigateTo({ url: routes.posts(this.place?.placeId) });
  },
  openGrids() {
    wx.navigateTo({ url: routes.grids });
  },
  openBoundary() {
    wx.navigateTo({ url: routes.boundary(this.place?.placeId ?? '') });
  },
  openBranches() {
    wx.navigateTo({ url: routes.branches });
  },
  openHealth() {
    wx.navigateTo({ url: routes.health });
  },
  openApart(event: Tapped<{ list: string }>) {
    wx.navigateTo({ url: routes.placesApart(event.currentTarget.dataset.list) });
  },
  openForm(event: Tapped<{ form: Form }>) {
    const { form } = event.currentTarget.dataset;
    const [first] = this.data.kinds;
    const kind = form === 'create' ? (first?.value ?? '') : '';
    const isColoured = form === 'create' ? kind === 'grid' : this.place?.kind === 'grid';
    const { name = '', colour = '' } = form === 'save' ? (this.place ?? {}) : {};
    this.setData({ form, kind, name, colour, isColoured, problem: '' });
  },
  chooseKind(event: Chosen) {
    this.setData({ kind: event.detail.value, isColoured: event.detail.value === 'grid' });
  },
  chooseColour(event: Chosen) {
    this.setData({ colour: event.detail.value });
  },
  writeName(event: Chosen) {
    this.data.name = event.detail.value;
  },
  async submitForm() {
    const { form, kind, isColoured } = this.data;
    const name = this.data.name.trim();
    if (name === '') {
      this.setData({ problem: nameMissing });
      return;
    }
    const colour = isColoured ? colourOf(this.data.colour) : undefined;
    const fields = { name, ...(colour && { colour }) };
    const { place } = this;
    if (form === 'save' && place) {
      const { placeId, version } = place;
      await this.after(places.save({ placeId, version, ...fields }), savedLine);
    } else {
      const under = place ? { parentId: place.placeId } : {};
      await this.after(places.create({ kind: kindOf(kind), ...under, ...fields }), createdLine);
    }
  },
  chooseParent() {
    const chosen = ({ placeId }: { placeId: string }): void => {
      if (this.place) void this.after(places.move(this.place.placeId, this.place.version, placeId), movedLine);
    };
    wx.navigateTo({ url: routes.choosePlace(), events: { chosen } });
  },
  async close() {
    if (this.place) await this.after(places.close(this.place.placeId, this.place.version), closedLine);
  },
  async after(sent: Promise<Reply<PlaceDetail>>, line: string) {
    this.setData({ busy: true, problem: '' });
    const reply = await sent;
    if (reply.ok) {
      await this.goTo('here', { busy: false, form: '' });
      showToast(line);
    } else this.setData({ busy: false, problem: refusal(reply.code) });
  },
});
