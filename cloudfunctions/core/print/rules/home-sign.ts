import type { GridColour } from '../../../../miniprogram/contracts/hat';
import type { Mark, PaperPage } from '../drawing';
import { homeSignWords } from '../text/papers';
import { gridBand } from './card-paper';
import { fitSize } from './fit';
import { sheetsOf } from './sheets';

/** A party member who agreed to have the sign at their door. */
export interface HomeSign {
  readonly name: string;
  readonly placeName: string;
  readonly gridName: string;
  readonly communityName: string;
  readonly colour?: GridColour;
}

const sign = { width: 190, height: 134 } as const;

/** The signs of 党员中心户, two on a sheet. */
export function homeSigns(signs: readonly HomeSign[]): readonly PaperPage[] {
  return sheetsOf(signs, sign, signMarks);
}

function signMarks(home: HomeSign, x: number, y: number): readonly Mark[] {
  const middle = x + sign.width / 2;
  const line = (text: string, at: number, most: number): Mark => {
    const size = fitSize(text, sign.width - 16, { most, least: 14 });
    return { kind: 'text', x: middle, y: y + at, size, colour: '#211c17', text, align: 'middle' };
  };
  return [
    { kind: 'box', x, y, width: sign.width, height: 60, colour: '#b9161c' },
    {
      ...line(homeSignWords.title, 41, 72),
      kind: 'text',
      x: middle,
      y: y + 41,
      size: 72,
      colour: '#ffffff',
      text: homeSignWords.title,
      align: 'middle',
    },
    line(home.name, 82, 40),
    line(home.placeName, 98, 22),
    line(homeSignWords.line, 110, 18),
    ...gridBand(home, { x, y: y + 116, width: sign.width, height: 18 }),
  ];
}
