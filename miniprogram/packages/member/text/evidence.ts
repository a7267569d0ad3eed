import type { EvidenceKind } from '../../../contracts/order';
import type { Choice } from '../../../text/choice';

export const evidenceChoices: Choice<EvidenceKind>[] = [
  { value: 'photo', text: '拍张照' },
  { value: 'code', text: '填四位码' },
  { value: 'phone', text: '打电话问过' },
];

export const evidenceMissing: Record<EvidenceKind, string> = {
  photo: '先拍一张，别拍到脸和门牌。',
  code: '请居民念四位码，填在这儿。',
  phone: '写一句电话里怎么说的。',
};
export const photoLost = '照片没传上去，再交一次，或者换个办法。';
