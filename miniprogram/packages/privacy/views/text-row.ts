import type { OwnTextView } from '../../../contracts/privacy';
import { textLine } from '../text/own-texts';

export interface TextRow {
  readonly key: string;
  readonly text: string;
  readonly line: string;
}

export function textKey({ source, id, part }: OwnTextView): string {
  return `${source} ${id} ${part}`;
}

export function textRow(view: OwnTextView): TextRow {
  return { key: textKey(view), text: view.text, line: textLine(view) };
}
