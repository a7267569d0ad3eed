import type { RowCandidate } from '../../../../miniprogram/contracts/import';

const because: Readonly<Record<RowCandidate['because'], string>> = {
  sameNumber: '号码一样',
  sameHousehold: '住一户、名字一样',
  sameName: '名字和号码都一样',
};

/** Whom a row may mean, where nobody said yet. */
export function candidateText(candidate: RowCandidate): string {
  return `可能是${candidate.name}（${because[candidate.because]}），还没说是不是`;
}

export const leftText = '说过先不收';
