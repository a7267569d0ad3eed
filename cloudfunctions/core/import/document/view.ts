import type { ImportRowView, ImportView } from '../../../../miniprogram/contracts/import';
import { reasonText } from '../text/reasons';
import { keptMs, type Import } from './import';
import type { ImportRow } from './page';

/** An import as whoever sent the list sees it. */
export function importView(one: Import): ImportView {
  const { _id, kind, fileName, state, problem, createdAt, total, checked, passed } = one;
  const { counts, undecided, written, skipped, hidden, unreadable, unused } = one;
  const isWritten = state === 'applying' || state === 'done';
  return {
    importId: _id,
    kind,
    fileName,
    state,
    ...(problem && { problem }),
    createdAt: createdAt.toISOString(),
    deletedAt: new Date(createdAt.getTime() + keptMs).toISOString(),
    progress: { done: isWritten ? passed : checked, total },
    counts,
    undecided,
    written,
    skipped,
    hidden,
    unreadable,
    unused,
  };
}

/** @param rowId page and position: `12.3` */
export function importRowView(rowId: string, one: ImportRow): ImportRowView {
  const { sheet, row, fate, title, changes, notes, candidates, decision, written } = one;
  return {
    rowId,
    ...(sheet === undefined ? {} : { sheet }),
    row,
    fate,
    title,
    changes,
    notes: notes.map((note) => ({
      column: note.column,
      ...(note.value === undefined ? {} : { value: note.value }),
      text: reasonText(note),
    })),
    candidates,
    ...(decision && { decision }),
    written,
  };
}
