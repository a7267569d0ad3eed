import type { GridColour, PostHat } from '../../../../miniprogram/contracts/hat';
import { colourPair } from '../../../../miniprogram/contracts/grid-colour';
import type { Mark, PaperPage } from '../drawing';
import { postWord } from '../../place/text/post-words';
import { colourWord, vestWords } from '../text/papers';
import { fitSize } from './fit';

/** Somebody who wears a vest in the colour of their grid. */
export interface VestWearer {
  readonly name: string;
  readonly hat: PostHat;
  readonly placeName: string;
  readonly colour?: GridColour;
}

const sheet = { width: 210, height: 297 } as const;
const rowsPerPage = 24;
const rowHeight = 10;
const top = 38;
const columns = [15, 30, 62, 92, 138, 168] as const;
const ink = '#211c17';

/** The list by which vests are ordered and handed out, with the colour of each as a patch and in words. */
export function vestList(wearers: readonly VestWearer[], communityName: string): readonly PaperPage[] {
  const pages = Math.max(1, Math.ceil(wearers.length / rowsPerPage));
  return Array.from({ length: pages }, (_, page) => ({
    ...sheet,
    marks: [
      { kind: 'text', x: 15, y: 22, size: 18, colour: ink, text: vestWords.title(communityName) },
      ...columns.map((x, column): Mark => {
        return { kind: 'text', x, y: top - 6, size: 10, colour: '#665d52', text: vestWords.columns[column] ?? '' };
      }),
      ...wearers
        .slice(page * rowsPerPage, (page + 1) * rowsPerPage)
        .flatMap((wearer, row) => rowMarks(wearer, page * rowsPerPage + row + 1, top + row * rowHeight)),
    ],
  }));
}

function rowMarks({ name, hat, placeName, colour }: VestWearer, count: number, y: number): readonly Mark[] {
  const text = (column: number, words: string, width: number): Mark => {
    const size = fitSize(words, width, { most: 11, least: 6 });
    return { kind: 'text', x: columns[column] ?? 0, y: y + 4, size, colour: ink, text: words };
  };
  return [
    text(0, String(count), 12),
    text(1, name, 30),
    text(2, postWord(hat), 28),
    text(3, placeName, 44),
    { kind: 'box', x: columns[4], y: y - 0.5, width: 6, height: 6, colour: colourPair(colour).fill },
    {
      ...text(4, colourWord(colour), 18),
      kind: 'text',
      x: columns[4] + 8,
      y: y + 4,
      size: 11,
      colour: ink,
      text: colourWord(colour),
    },
    { kind: 'line', x: 15, y: y + 7, toX: 195, toY: y + 7, colour: '#c9c0b4' },
  ];
}
