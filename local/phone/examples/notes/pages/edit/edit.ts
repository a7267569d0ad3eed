import { addNote } from '../../notes';

Page({
  data: { text: '' },
  save() {
    const text = this.data.text.trim();
    if (text === '') return;
    addNote(text);
    void wx.navigateBack();
  },
});
