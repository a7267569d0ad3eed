/** The form in which a member submits what shows that the work was done. Spread into the order's page. */
import { limits } from '../../../contracts/limits';
import type { EvidenceKind, OrderAction, OrderView } from '../../../contracts/order';
import type { Chosen, Emitted } from '../../../page/events';
import { previewPhotos } from '../../../page/preview-photos';
import type { Sent } from '../../../page/submit';
import * as orders from '../../../services/order';
import { choosePhotos } from '../../../services/platform/files';
import type { Choice } from '../../../text/choice';
import type { PickedPhoto } from '../../../views/order/picked-photo';
import { evidenceChoices, evidencePlaceholders } from '../text/evidence-form';
import { makeEvidence, missingEvidence, pickedPhotos } from './evidence';

export interface EvidenceData {
  finishing: boolean;
  kinds: readonly Choice[];
  kind: EvidenceKind;
  photos: readonly PickedPhoto[];
  maxPhotos: number;
  code: string;
  note: string;
  placeholder: string;
}

export const noEvidence: EvidenceData = {
  finishing: false,
  kinds: evidenceChoices,
  kind: 'photo',
  photos: [],
  maxPhotos: limits.photos,
  code: '',
  note: '',
  placeholder: '',
};

interface EvidencePage {
  data: EvidenceData & { order: orders.OrderRef | null };
  setData(change: object): void;
  submitMove(action: OrderAction, write: () => Promise<Sent<OrderView>>): Promise<void>;
}

export const evidenceHandlers = {
  finish(this: EvidencePage): void {
    this.setData({ finishing: true, problem: '' });
  },
  notYet(this: EvidencePage): void {
    this.setData({ finishing: false, problem: '' });
  },
  chooseKind(this: EvidencePage, event: Chosen<EvidenceKind>): void {
    const kind = event.detail.value;
    this.setData({ kind, placeholder: evidencePlaceholders[kind] ?? '', problem: '' });
  },
  writeCode(this: EvidencePage, event: Chosen): void {
    this.setData({ code: event.detail.value.trim() });
  },
  writeNote(this: EvidencePage, event: Chosen): void {
    this.setData({ note: event.detail.value });
  },
  async addPhotos(this: EvidencePage): Promise<void> {
    const paths = await choosePhotos(limits.photos - this.data.photos.length);
    this.setData({ photos: [...this.data.photos, ...pickedPhotos(paths)], problem: '' });
  },
  removePhoto(this: EvidencePage, event: Emitted<{ index: number }>): void {
    this.setData({ photos: this.data.photos.filter((_photo, index) => index !== event.detail.index) });
  },
  seePhoto(this: EvidencePage, event: Emitted<{ index: number }>): void {
    previewPhotos(this.data.photos, event.detail.index);
  },
  async complete(this: EvidencePage): Promise<void> {
    const { order, kind, photos, code, note } = this.data;
    if (order === null) return;
    const entered = { kind, code, note, paths: photos.map(({ url }) => url) };
    const problem = missingEvidence(entered);
    if (problem !== '') {
      this.setData({ problem });
      return;
    }
    await this.submitMove('complete', async () => {
      const made = await makeEvidence(entered);
      return made.ok ? orders.complete(order, { evidence: made.evidence }) : made;
    });
  },
};
