import { readNotes, removeNote, type Note } from '../../notes';

const data: { notes: readonly Note[] } = { notes: [] };

Page({
  data,
  onShow() {
    this.setData({ notes: readNotes() });
  },
  remove(event: WechatMiniprogram.CustomEvent<object, object, { id: number }>) {
    removeNote(event.currentTarget.dataset.id);
    this.setData({ notes: readNotes() });
  },
});
