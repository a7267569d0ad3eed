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
  postUnknown:
    '这个职务不能成批导入，请写网格员、网格长、街巷长、楼院长或党小组长；书记、委员在“谁担着哪个职务”里一位一位定',
  postTwice: '同一个职务，上面已经有一行，请留一行',
  postHeld: '这个职务刚刚换了人，请再导一次看看',
  moreNumbers: '有几个号码，只记第一个手机号',
  wordDropped: '没看懂，没有收',
  contentRefused: '有微信不允许的文字，请改',
  branchUnknown: '社区里没有这个支部，请写下面有的，或者先在「支部」里建一个',
  branchHeld: '存折在别的支部，支部没有改；要换，请在「支部」里提转出，两个支部都同意才换',
  classElsewhere: '组织关系不在这里，党员类别没有收',
  placeClosed: '这个地方已经撤销，没有重新打开，请在地方里处理',
  placeKindUnknown: '看不出是商铺还是公共设施，请加一栏「类型」写上',
  placeNameLong: '地方名字太长，请改短',
  colourTaken: '这个颜色已经给了别的网格，或这个网格写了两种颜色，请核对',
  gridsFull: '网格已经到上限，收不下了',
  tradeMissing: '看不出是哪一行，请写外卖、网约车、快递或环卫',
  pointMissing: '没有经纬度，地图上放不下，请补上',
  pointAssumed: '没写是哪种坐标，按高德、腾讯地图的算；别的请在栏名后注明 GPS 或百度',
  openingMissing: '没有写开放时间，请补上',
  openingUnreadable: '开放时间看不懂，请写成 周一至周五 8:00-18:00',
  organisationMissing: '没有写是哪个党组织的，请补上',
  organisationUnknown: '没有这个党组织，请先收党组织',
  numberMissing: '没有电话，联系不上，请补上',
  keeperUnclear: '联系人和社区里的人像是同一个，先没有定，请在居民里核对',
  keeperUnused: '联系人还没有地方存，没有收',
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
