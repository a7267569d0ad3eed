import type { EvidenceKind } from '../../../contracts/order';
import type { Choice } from '../../../text/choice';

export const evidenceChoices: Choice<EvidenceKind>[] = [
  { value: 'photo', text: '拍张照' },
  { value: 'code', text: '填四位码' },
  { value: 'phone', text: '打电话问过' },
  { value: 'record', text: '写下怎么办的' },
];

export const evidenceMissing: Record<EvidenceKind, string> = {
  photo: '先拍一张，别拍到脸和门牌。',
  code: '请居民念四位码，填在这儿。',
  phone: '写一句电话里怎么说的。',
  record: '写一句怎么办好的。',
};
/** Where it is to be written. */
export const evidencePlaceholders: Partial<Record<EvidenceKind, string>> = {
  phone: '电话里怎么说的',
  record: '哪天去的，做了什么，办到哪一步',
};
export const photoLost = '照片没传上去，再交一次，或者换个办法。';
