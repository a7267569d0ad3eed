/** The notes of the phone's user, in WeChat's storage. */
export interface Note {
  readonly id: number;
  readonly text: string;
}

const storageKey = 'notes';

/** All notes, the newest first. */
export function readNotes(): readonly Note[] {
  const stored: unknown = wx.getStorageSync(storageKey);
  return Array.isArray(stored) ? stored : [];
}

/** Adds a note before all others. */
export function addNote(text: string): void {
  const notes = readNotes();
  const id = notes.reduce((max, note) => Math.max(max, note.id), 0) + 1;
  wx.setStorageSync(storageKey, [{ id, text }, ...notes]);
}

export function removeNote(id: number): void {
  wx.setStorageSync(
    storageKey,
    readNotes().filter((note) => note.id !== id),
  );
}
