import type { CellNote } from '../../../../miniprogram/contracts/import-row';
import type { RowCode } from '../document/page';

/** What staff read of a cell, on the page and in the file of refused rows: what is wrong, and what to do. */
const reasons: Readonly<Record<RowCode, string>> = {
  empty: '没有填，这一行收不下，请补上',
  severalPeople: '一格里有两个人，请一人一行',
  nameCharacters: '不像姓名，有数字或符号，请改',
  nameLong: '姓名太长，请核对',
  phoneDigits: '电话位数不对，请核对',
  phoneCharacters: '电话里有别的字，请只留号码',
  phoneUnknown: '没有这样开头的电话，请核对',
  phoneForeign: '是境外号码，请换国内号码',
  phoneService: '是单位或热线的号码，不是个人的，请换',
  exponent: '号码被表格改成了科学记数，请把这一列设为文本，重新填',
  dateAmbiguous: '日期有两种读法，请写成 2024-05-01',
  dateUnreadable: '日期看不懂，请写成 2024-05-01',
  dateImpossible: '没有这一天，请核对',
  dateWithoutYear: '日期缺年份，请补上',
  dateWithoutDay: '日期缺哪一天，请补上',
  dateSpan: '一格里有两个日期，请只留一个',
  dateInText: '被表格改成了日期，请把这一列设为文本，重新填',
  numberUnreadable: '不是数字，请核对',
  errorCell: '这一格是公式错误，请改成值',
  formulaWithoutValue: '这一格是没有算过的公式，请粘贴成值',
  textUnreadable: '太长，或有存不下的字符，请改',
  coordinates: '经纬度不在国内，请核对',
  samePerson: '和另一行是同一个人，请删掉一行',
  sameEntry: '和另一行一样，请删掉一行',
  emptyCell: '没有填',
  identityInNumberCell: '身份证号存成了数字，末几位已丢；我们不存身份证号',
  identityCheckDigit: '身份证号校验位不对；我们不存身份证号',
  identityForm: '不是身份证号；我们不存身份证号',
  identityInText: '里面的身份证号已去掉，我们不存',
  areaCodeAdded: '已补上区号',
  leadingZero: '手机号前面的 0 已去掉',
  leadingZeroLost: '区号前面的 0 已补上',
  phoneOfOther: '是别人的电话，只用来联系，不用来认人',
  severalExtensions: '有几个分机，各跟各的号码',
  serialDate: '是没设格式的日期，已按日期读',
  unknownWord: '没看懂，没有收',
  droppedCell: '没看懂，没有收',
  nameRemark: '姓名旁的话已移到备注',
  sameNumber: '和另一行是同一个号码，两行都收',
  groupContinued: '没有填，按上面的填',
  placeUnknown: '社区里没有这个地方，先导入地方再导一次，就会补上',
  placeSeveral: '社区里有几个同名的地方，请写上街巷或网格',
  placeMissing: '没有写在哪个地方，请补上',
  postUnknown: '这个职务不能成批导入，请写网格员、网格长、街巷长、楼院长或党小组长',
  postTwice: '同一个职务，上面已经有一行，请留一行',
  postHeld: '这个职务刚刚换了人，请再导一次看看',
  moreNumbers: '有几个号码，只记第一个手机号',
  wordDropped: '没看懂，没有收',
  contentRefused: '有微信不允许的文字，请改',
  changedMeanwhile: '这个人的资料刚刚有人改过，没有覆盖，请再导一次看看',
};

/** What is said of a row, with its column before it where it is of a cell. */
export function reasonText({ code, detail, otherRow, otherSheet }: CellNote<RowCode>): string {
  const facts = [
    ...(detail === undefined ? [] : [detail]),
    ...(otherRow === undefined ? [] : [`${otherSheet === undefined ? '' : `${otherSheet} `}第 ${otherRow} 行`]),
  ];
  return facts.length === 0 ? reasons[code] : `${reasons[code]}（${facts.join('，')}）`;
}

/** The column of reasons in the file of refused rows. */
export const reasonHeader = '没收的原因';
