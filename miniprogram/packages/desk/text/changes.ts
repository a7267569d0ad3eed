import type { ChangeKind, ChangeView } from '../../../contracts/person';
import { ago } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import { hatName } from '../../../text/person/hats';
import type { SheetContent } from '../../../text/sheet';

export const approvedLine = '改好了';
export const refusedLine = '没给改，已经告诉本人';

export const refuseChangeSheet: SheetContent = {
  title: '为什么不改',
  line: '写一句，本人看得到。',
  choices: [],
  placeholder: '比如：打过去不是本人',
  requiresWords: true,
  submit: '不改',
};

export const changeAnswers: Readonly<Record<ChangeKind, { readonly yes: string; readonly no: string }>> = {
  contact: { yes: '给改', no: '不改' },
  hats: { yes: '是本人', no: '不是' },
  erasure: { yes: '给抹掉', no: '不抹' },
};

/** What is wanted: `名字改成何桂芳`; a new WeChat that asks for hats. */
export function changeWanted({ kind, newName, newPhone, hats, why }: ChangeView): string {
  if (kind === 'erasure') return `把存折里的名字和话抹掉${why === undefined ? '' : `：${why}`}`;
  if (kind === 'hats') return `换了微信，要戴回：${hats.map(hatName).join('、')}`;
  const parts = [
    newName === undefined ? '' : `名字改成${newName}`,
    newPhone === undefined ? '' : `号码改成 ${newPhone}`,
  ];
  return parts.filter((part) => part !== '').join('，');
}

/** What to make sure of before saying yes. */
export function changeAdvice({ kind, newPhone, proved, askedBy, awaitsAnother }: ChangeView): string {
  if (awaitsAnother === true) return '自己的、自己提的，得换一个人来定。';
  if (kind === 'erasure')
    return askedBy === undefined
      ? '问过本人再抹。抹了找不回来，分和笔数不动。'
      : `${askedBy}替他提的。抹了找不回来，分和笔数不动。`;
  if (kind === 'hats') return '当面或打原来的电话问过本人，再点是本人。';
  if (newPhone === undefined) return '问过本人再改。';
  return proved === true ? '微信核过这个号码。' : '号码是自己填的，问过本人再改。';
}

export function changeAsked({ phone, at }: ChangeView, nowMs: number): string {
  return joinParts(phone, ago(at, nowMs));
}
