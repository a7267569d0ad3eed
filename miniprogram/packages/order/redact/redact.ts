import type { OrderView } from '../../../contracts/order';
import type { Rectangle } from '../../../contracts/moderation';
import type { Chosen, Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { goBackWithToast } from '../../../page/toast';
import { noteMarked } from '../../../page/unsaved';
import * as moderation from '../services/moderation';
import * as orders from '../../../services/order';
import type { Choice } from '../../../text/choice';
import { redactable, type ShownPhoto } from '../views/photos';
import { drawnLine, photoChoices, redactTexts } from '../text/redact';
import { maxRectangles, rectangleBetween, type Box, type Point } from '../views/drawn-rectangle';
import { drawPicture, findBox, findSurface, type Surface } from './surface';

interface Data extends PageData {
  /** What the reader wrote on the order. */
  texts: NonNullable<OrderView['ownTexts']>;
  hasPhotos: boolean;
  /** The text whose button was tapped once; '' for none. */
  asking: string;
  choices: readonly Choice[];
  chosen: string;
  count: number;
  line: string;
  busy: boolean;
}

const data: Data = {
  ...loadingPage(),
  texts: [],
  hasPhotos: false,
  asking: '',
  choices: [],
  chosen: '0',
  count: 0,
  line: drawnLine(0),
  busy: false,
};

interface RedactPage extends PageWithParameters {
  data: Data;
  photos: readonly ShownPhoto[];
  rectangles: readonly Rectangle[];
  openPicture(): Promise<void>;
}

const noPhotos: readonly ShownPhoto[] = [];
const noRectangles: readonly Rectangle[] = [];
const noSurface = (): Surface | null => null;
const nowhere = (): Point | null => null;
const noBox = (): Box | null => null;

const picture = record({
  read: (page: RedactPage) => orders.get(parameters(page)['orderId'] ?? ''),
  draw(order, page) {
    page.photos = redactable(order);
    page.rectangles = [];
    const asked = page.photos.findIndex(({ fileId }) => fileId === parameters(page)['fileId']);
    const choices = page.photos.length > 1 ? photoChoices(page.photos.length) : [];
    const texts = order.ownTexts ?? [];
    const found = {
      texts,
      asking: '',
      hasPhotos: page.photos.length > 0,
      choices,
      chosen: String(Math.max(0, asked)),
      count: 0,
      line: drawnLine(0),
    };
    return page.photos.length === 0 && texts.length === 0 ? { ...found, phase: 'empty' } : found;
  },
  isEditing: ({ rectangles }: RedactPage) => rectangles.length > 0,
  afterLoad: (page) => page.openPicture(),
});

type Touch = Pick<WechatMiniprogram.TouchEvent, 'touches' | 'changedTouches'>;

/** A part of a photo is blacked out before others see it: drawn by finger here, painted over by the cloud. */
Page({
  data,
  ...picture,
  photos: noPhotos,
  rectangles: noRectangles,
  surface: noSurface(),
  box: noBox(),
  from: nowhere(),
  /** Draws the chosen photo. */
  async openPicture() {
    const photo = this.photos[Number(this.data.chosen)];
    if (this.data.phase !== 'ready' || photo === undefined) return;
    const surface = await findSurface('#picture', photo.url);
    this.surface = surface;
    if (surface === null) this.setData({ problem: redactTexts.broken });
    else this.redraw();
  },
  redraw(draft?: Rectangle) {
    if (this.surface) drawPicture(this.surface, draft ? [...this.rectangles, draft] : this.rectangles);
  },
  pointOf({ touches, changedTouches }: Touch): Point | null {
    const touch = touches[0] ?? changedTouches[0];
    return touch && this.box ? { x: touch.clientX - this.box.left, y: touch.clientY - this.box.top } : null;
  },
  async begin(event: Touch) {
    this.box = await findBox('#picture');
    this.from = this.pointOf(event);
  },
  move(event: Touch) {
    const rectangle = this.rectangleTo(event);
    if (rectangle) this.redraw(rectangle);
  },
  end(event: Touch) {
    const rectangle = this.rectangleTo(event);
    this.from = null;
    if (!rectangle) this.redraw();
    else if (this.rectangles.length >= maxRectangles) this.setData({ problem: redactTexts.full });
    else this.change([...this.rectangles, rectangle]);
  },
  rectangleTo(event: Touch): Rectangle | undefined {
    const to = this.pointOf(event);
    return this.from && to && this.surface ? rectangleBetween(this.from, to, this.surface.picture) : undefined;
  },
  change(rectangles: readonly Rectangle[]) {
    this.rectangles = rectangles;
    noteMarked(this);
    this.redraw();
    this.setData({ count: rectangles.length, line: drawnLine(rectangles.length), problem: '' });
  },
  /** It cannot be taken back: the first tap asks, the second does it. */
  askText(event: Tapped<{ part: string }>) {
    this.setData({ asking: event.currentTarget.dataset.part, problem: '' });
  },
  async blackOut(event: Tapped<{ part: string }>) {
    const { orderId = '' } = parameters(this);
    const reply = await this.submit(() => moderation.blackOutWords(orderId, event.currentTarget.dataset.part));
    if (reply.ok) goBackWithToast(redactTexts.textDone);
  },
  takeBack() {
    this.change(this.rectangles.slice(0, -1));
  },
  choose({ detail }: Chosen) {
    this.rectangles = [];
    this.setData({ chosen: detail.value, count: 0, line: drawnLine(0), problem: '' });
    void this.openPicture();
  },
  async save() {
    const photo = this.photos[Number(this.data.chosen)];
    if (photo === undefined) return;
    if (this.rectangles.length === 0) {
      this.setData({ problem: redactTexts.nothingDrawn });
      return;
    }
    const { orderId = '' } = parameters(this);
    const redaction = { orderId, fileId: photo.fileId, rectangles: [...this.rectangles] };
    const reply = await this.submit(() => moderation.redactPhoto(redaction));
    if (!reply.ok) return;
    this.rectangles = [];
    goBackWithToast(redactTexts.done);
  },
});
