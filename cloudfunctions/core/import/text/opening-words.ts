/** How offices write opening hours, one token after another. */
const day = '[一二三四五六日天]';
const words = '早上?|早晨|上午|中午|正午|下午|傍晚|晚上?|夜里|夜间|深夜|半夜|午夜|凌晨|次日|第二天';
const spokenHour = '(?:二十[一二三四]?|十[一二三四五六七八九]?|[一二两三四五六七八九])(?=[点时])';
const time = String.raw`(${words})?(\d{1,2}|${spokenHour})(?:[:点时](\d{2}|半|[一三]刻)?[分整]?)?`;
const to = '(?:-|~|至|到)';

export const openingTokens = {
  /** 周一至周五, 星期六、日. */
  days: new RegExp(
    `^(?:周|星期|礼拜)(${day})(?:${to}(?:周|星期|礼拜)?(${day})|((?:[、和及]?(?:周|星期|礼拜)?${day})+))?`,
  ),
  everyDay: /^(?:每天|每日|天天|全年|全周|周一至周日)(?:无休)?/,
  workdays: /^(?:工作日|平时|平日)/,
  weekend: /^(?:周末|双休日?)/,
  /** Hours of holidays follow, or that there are none. */
  holidays: /^(?:法定)?(?:节假日|节日|假日)/,
  shut: /^(?:不营业|不开门|休息|关门|闭店|闭馆|停业)/,
  usual: /^(?:不休息?|照常|正常|无休)(?:营业|开放)?/,
  wholeDay: /^(?:24小时|二十四小时|全天|昼夜)(?:营业|开放|服务)?/,
  span: new RegExp(`^${time}${to}${time}`),
  between: /^(?:[、:()]|和|及|开放|营业|时间|为)+/,
} as const;

/** What part of the day the word before a figure of a clock of twelve hours means; others mean the morning. */
export const dayParts = {
  noon: /^(?:中午|正午)$/,
  afternoon: /^(?:下午|傍晚)$/,
  night: /^(?:晚上?|夜里|夜间|深夜|半夜|午夜)$/,
  smallHours: /^凌晨$/,
  nextDay: /^(?:次日|第二天)$/,
} as const;
/** Minutes past the hour that are no figures. */
export const spokenMinutes: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 };
const digits = '一二三四五六七八九';
/** 8, 八, 十二, 二十四 as a number. */
export function hourOf(name: string): number {
  if (/^\d+$/.test(name)) return Number(name);
  const digit = (sign: string): number => digits.indexOf(sign === '两' ? '二' : sign) + 1;
  const [tens = '', ones] = name.split('十');
  return ones === undefined ? digit(tens) : (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}
/** Of weekdays, Monday first; both names of Sunday. */
export const weekdayNames = '一二三四五六日天';

/** What offices call what a station has; the first that fits. */
export const stationServiceWords = {
  medicine: /药|医|急救/,
  charging: /充电/,
  toilet: /厕|卫生间|洗手/,
  heating: /暖|取暖/,
  cooling: /凉|空调|降温|避暑/,
  water: /水|茶/,
  rest: /休息|歇|座|坐/,
} as const;

/** The street of an address: 义井东街 of 义井东街 12 号. */
export const roadOf = /^.*?(?:大街|大道|胡同|街|路|巷|道)/;
/** Headers that say of which system a coordinate is. */
export const systemWords = {
  wgs84: /wgs|gps|84|国家2000|cgcs/i,
  bd09: /百度|bd/i,
  gcj02: /gcj|高德|腾讯|火星/i,
} as const;
export const instructorWords = /指导员/;
