/**
 * What somebody entered and nobody has yet, by page: while there is any, WeChat asks before the page's way back is
 * taken. A field whose text a page keeps as a draft, or by which something is looked for, does not count.
 */
import { leaveQuestion } from '../text/unsaved';

/** Of each page what is entered there: fields, or the page itself where it is no text. */
const unsaved = new WeakMap<object, Set<object>>();
/** What stood in a field before somebody changed it. */
const before = new WeakMap<object, string>();
/** A field stays on its page, whatever is in front later. */
const pageOf = new WeakMap<object, object>();

function frontPage(): object | undefined {
  const pages = getCurrentPages();
  return pages[pages.length - 1];
}

/** WeChat asks for the page in front alone. */
function ask(page: object): void {
  if (frontPage() !== page) return;
  if ((unsaved.get(page)?.size ?? 0) > 0) wx.enableAlertBeforeUnload({ message: leaveQuestion });
  else wx.disableAlertBeforeUnload();
}

function note(entered: object, isUnsaved: boolean): void {
  const page = pageOf.get(entered) ?? frontPage();
  if (!page) return;
  pageOf.set(entered, page);
  const all = unsaved.get(page) ?? new Set();
  if (all.has(entered) === isUnsaved) return;
  if (isUnsaved) all.add(entered);
  else all.delete(entered);
  unsaved.set(page, all);
  ask(page);
}

/** Somebody changed a field's text; changed back, nothing is lost with it. */
export function noteTyped(field: object, from: string, to: string): void {
  const first = before.get(field) ?? from;
  before.set(field, first);
  note(field, to !== first);
}

/** The field is gone, and its text given on or given up. */
export function noteGone(field: object): void {
  note(field, false);
}

/** Something was marked, drawn or chosen on this page that is not a field's text. */
export function noteMarked(page: object): void {
  note(page, true);
}

/** Call it before what was entered is sent. @returns what is called once it was accepted: nothing is lost any more */
export function savingOf(): () => void {
  const page = frontPage();
  return () => {
    if (!page) return;
    for (const entered of unsaved.get(page) ?? []) before.delete(entered);
    unsaved.delete(page);
    ask(page);
  };
}
