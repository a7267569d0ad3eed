/** What each setting of a community's policy means, in plain words. */
import { defaultCategoryKeys } from '../../../contracts/category';
import { postHats } from '../../../contracts/hat';
import type {
  AttendanceStandard,
  FormerSetting,
  PolicyRange,
  PolicySetting,
  PolicyValue,
} from '../../../contracts/policy';
import { reviewSources } from '../../../contracts/review';
import { reviewSourceName } from '../../../text/review-sources';
import { recognitionParts, type RecognitionPart } from '../../../contracts/recognition';
import { dayTime } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import { categoryName } from '../../../text/order/names';
import { attendanceLine } from '../../../text/passbook/standards';
import { hatName, levelName } from '../../../text/person/hats';
import { postLevels } from '../../../contracts/post';
import { teamKinds } from '../../../contracts/team';
import { teamKindNames } from '../../../text/person/team-kinds';

/** The parts in which the settings are shown, each with how the names of its settings begin. */
export const policyParts = [
  { value: 'promise', text: '办单时限', prefixes: ['order.', 'complaint.'] },
  { value: 'emergency', text: '急事难事', prefixes: ['order.emergency.'] },
  { value: 'limits', text: '一天几次', prefixes: ['order.limits.'] },
  { value: 'matching', text: '派给谁', prefixes: ['order.matching.'] },
  { value: 'points', text: '积分', prefixes: ['activity.', 'reward.', 'passbook.'] },
  { value: 'visits', text: '走访', prefixes: ['visit.', 'help.'] },
  { value: 'review', text: '月考评', prefixes: ['review.'] },
  { value: 'recognition', text: '表扬', prefixes: ['recognition.'] },
  { value: 'messages', text: '微信提醒', prefixes: ['message.'] },
  { value: 'enrolment', text: '报到', prefixes: ['enrolment.'] },
  { value: 'access', text: '认人和驿站', prefixes: ['access.', 'station.', 'place.', 'privacy.'] },
  { value: 'beyond', text: '自己加的', prefixes: [] },
] as const;

/** What stands above the settings that a community has beyond what it began with. */
export const beyondLead = {
  some: '新社区都从轻负担开始。下面这些是社区自己改的、自己开的，谁改的、为什么，写在每一条底下。',
  none: '没有自己加的：都还是产品原来定的轻负担。',
} as const;

const escalation = '没人管，几小时后找网格员、网格长、书记';
const meanings: Record<PolicySetting | FormerSetting, readonly [meaning: string, unit: string]> = {
  'order.dispatchWithinHours': ['点单后多久要派人', '小时'],
  'order.acceptWithinHours': ['派出去多久要有人接', '小时'],
  'order.acceptWithinDays': ['或者到第几天末要有人接（0 就按小时）', '天'],
  'order.acceptWithinWorkingDays': ['或者几个工作日内要有人接（0 就不按）', '天'],
  'order.completeWithinDays': ['接了以后多少天要办好', '天'],
  'order.completeWithinWorkingDays': ['或者几个工作日内要办好（0 就按天）', '天'],
  'order.escalateAfterHours': [escalation, '小时'],
  'order.callWithinHours': ['办好后多久要打电话问（没微信的）', '小时'],
  'order.warnAt': ['期限过了几成先提醒', ''],
  'order.returnsBeforeRuling': ['退回几次就等书记定', '次'],
  'order.silenceDays': ['办好后多少天没回话就结单', '天'],
  'order.callTries': ['打几天都没人接，就等着收尾（没微信的）', '天'],
  'order.answerWithinDays': ['转给别处后多少天要有答复', '天'],
  'order.answerWithinWorkingDays': ['或者几个工作日内要有答复（0 就按天）', '天'],
  'order.replyWithinHours': ['问居民的话，一张单一共最多等多久', '小时'],
  'order.moderateWithinHours': ['写的、拍的等人看能不能公开，最多等多久', '小时'],
  'order.ratingChangeDays': ['打完分几天里还能改', '天'],
  'order.remindAgainHours': ['催过一次，多久能再催', '小时'],
  'order.noShowAfterHours': ['约好的时间过了多久没来，就另请人', '小时'],
  'order.keepSeatHours': ['空出来的名额给候补的人留多久', '小时'],
  'order.wishCapYuan': ['一个微心愿最多多少钱', '元'],
  'order.emergency.dispatchWithinHours': ['点单后多久要派人', '小时'],
  'order.emergency.acceptWithinHours': ['派出去多久要有人接', '小时'],
  'order.emergency.completeWithinDays': ['接了以后多少天要办好', '天'],
  'order.emergency.escalateAfterHours': [escalation, '小时'],
  'order.award.points': ['居民点头后，党员记几分', '分'],
  'order.pairCaps.confirmed': ['同一个人点头，一个月最多记几次', '次'],
  'order.pairCaps.called': ['打电话问的，一个月最多记几次', '次'],
  'order.privateCategories': ['哪些事一律只让网格员知道', ''],
  'order.wishSaturdays': ['微心愿挂几个周六，没人认领就撤下来', '个'],
  'order.vouchWithinHours': ['代办，楼院长多久没回话就转给网格员', '小时'],
  'order.agencyCategories': ['哪些事按代办走', ''],
  'order.limits.newcomerOrders': ['没核过号码的人，一天最多点几单', '单'],
  'order.limits.residentOrders': ['核过号码的人，一天最多点几单', '单'],
  'order.limits.emergencies': ['一个人一天最多几次急事', '次'],
  'order.limits.cardOrders': ['一张卡，没核过号码的人一天最多几单', '单'],
  'order.limits.cardEmergencies': ['一张卡，没核过号码的人一天最多几次急事', '次'],
  'order.limits.intakeOrders': ['一个工作人员一天最多记几张电话点单', '单'],
  'order.limits.reveals': ['一个人一天最多看几回号码', '回'],
  'order.limits.revealDays': ['办结多少天后不再给看号码', '天'],
  'order.matching.similarDays': ['几天里同一个院的算一回事', '天'],
  'order.matching.weights.same-courtyard': ['住同一个院', ''],
  'order.matching.weights.same-grid': ['在同一个网格', ''],
  'order.matching.weights.skill': ['会这一样', ''],
  'order.matching.weights.free-then': ['那时候有空', ''],
  'order.matching.weights.free-on-saturday': ['周六有空', ''],
  'order.matching.weights.little-load': ['这个月接得少', ''],
  'order.matching.weights.at-work-then': ['那时候在上班', ''],
  'order.matching.loadWeight': ['这个月每接一单扣多少', ''],
  'activity.pairCap': ['同两个人一个点一个签，一个月几次', '次'],
  'activity.momentMinutes': ['两场隔多少分钟内算同一时候', '分钟'],
  'activity.maxPoints': ['一次活动最多记几分', '分'],
  'activity.attendance': ['到会、没到各记几分', ''],
  'access.guardedHats': ['换了微信，哪些帽子要再认一次', ''],
  'place.levels': ['社区的职务有哪几级', ''],
  'place.teamKinds': ['片区服务队里，党员以外还要有谁', ''],
  'enrolment.free1': ['自己起名的报到方式，第一种', ''],
  'enrolment.free2': ['自己起名的报到方式，第二种', ''],
  'privacy.body': ['资料由哪个单位负责（空着就是社区）', ''],
  'privacy.filingNumber': ['小程序的备案号', ''],
  'reward.heads.errand.points': ['楼院长担保的代办办成，记几分', '分'],
  'reward.heads.tenant.points': ['楼院长登记一户租客，记几分', '分'],
  'reward.heads.visit.points': ['楼院长走访一次，记几分', '分'],
  'reward.pairCap': ['楼院长凭同一个人的话，一个月最多记几次', '次'],
  'reward.pickUpDays': ['换的东西留几天', '天'],
  'reward.answerHours': ['排到了，几小时内要回话', '小时'],
  'passbook.contestDays': ['记账后几天内能提异议', '天'],
  'passbook.grantCap': ['一个人一个月最多手工记几分', '分'],
  'passbook.expiry.organization.months': ['组织生活分过几个月到期，0 就不到期', '个月'],
  'passbook.expiry.organization.carryOver': ['组织生活分年底最多留几分，99999 就都留着', '分'],
  'passbook.expiry.service.months': ['服务分过几个月到期，0 就不到期', '个月'],
  'passbook.expiry.service.carryOver': ['服务分年底最多留几分，99999 就都留着', '分'],
  'passbook.expiry.courtyard.months': ['楼院长分过几个月到期，0 就不到期', '个月'],
  'passbook.expiry.courtyard.carryOver': ['楼院长分年底最多留几分，99999 就都留着', '分'],
  'station.reportRetentionDays': ['谁哪天报过驿站，几天后忘掉', '天'],
  'station.reports': ['一个人一天最多报几回驿站不对', '回'],
  'station.ordersAgain': ['同一处同一个毛病，一天最多派几单', '单'],
  'visit.everyDays': ['一户隔多少天走访一次', '天'],
  'visit.aloneEveryDays': ['独居的人隔多少天走访一次', '天'],
  'visit.noteDays': ['走访时记的话，几天后抹掉', '天'],
  'visit.confirmDays': ['楼院长的走访，几天内等人点头', '天'],
  'help.visitEveryDays': ['要走访的党员，隔多少天走访一次', '天'],
  'help.keepDays': ['走访和帮扶记的话，几天后抹掉', '天'],
  'review.sources': ['三评：每个月按哪几样评，一样不选就不打分', ''],
  'review.weights.organization': ['组织生活每 1 分，算百分之几', ''],
  'review.weights.attendance': ['每到会一次，算百分之几', ''],
  'review.weights.absence': ['没请假缺席一次，扣百分之几', ''],
  'review.weights.service': ['服务每 1 分，算百分之几', ''],
  'review.weights.residents': ['居民每点头一次，算百分之几', ''],
  'recognition.shown': ['哪些给大家看，都由社区自己定，可以不开', ''],
  'recognition.month.meetings': ['一个月到会几次，上表扬名单的草稿', '次'],
  'recognition.month.services': ['一个月服务几次，上表扬名单的草稿', '次'],
  'recognition.year.meetings': ['一年到会几次，上全年表扬名单的草稿', '次'],
  'recognition.year.services': ['一年服务几次，上全年表扬名单的草稿', '次'],
  'recognition.finalists': ['服务之星，帮的户数最多的几位给居民选', '位'],
  'recognition.voteDays': ['服务之星，下个月头几天投票', '天'],
  'message.atOnce': ['一个人连着响几条，再多就攒着', '条'],
  'message.withinMinutes': ['多长时间里算连着', '分钟'],
  'message.digestHours': ['攒着的，一天里几点一起提醒', '点'],
  'complaint.answerWithinDays': ['投诉、建议写了多少天里答复，到点没答复转给督查员', '天'],
};

export function settingMeaning(setting: PolicySetting | FormerSetting): string {
  return meanings[setting][0];
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

const partNames: Readonly<Record<RecognitionPart, string>> = { ranking: '排行', thanks: '感谢墙', star: '服务之星' };

/** Categories and hats by their names. */
export function optionName(option: string): string {
  const source = reviewSources.find((one) => one === option);
  if (source !== undefined) return reviewSourceName(source);
  const part = recognitionParts.find((one) => one === option);
  if (part !== undefined) return partNames[part];
  const kind = teamKinds.find((one) => one === option);
  if (kind !== undefined) return teamKindNames[kind];
  const category = defaultCategoryKeys.find((one) => one === option);
  if (category !== undefined) return categoryName({ category });
  const level = postLevels.find((one) => one === option && !postHats.some((other) => other === option));
  if (level !== undefined) return levelName(level);
  const hat = postHats.find((one) => one === option);
  return hat === undefined ? option : hatName(hat);
}

/** `7 天`, `0、4、8 小时`, `生育、入学`, `没有`, `班子成员到会 3、没到 −4、组织 6、指导 6`. */
export function valueText(setting: PolicySetting | FormerSetting, value: PolicyValue): string {
  const [, unit] = meanings[setting];
  const parts = typeof value === 'number' ? [rounded(value)] : value.map(partText);
  return parts.length === 0
    ? '没有'
    : joinParts(
        [parts.join(setting === 'activity.attendance' ? '；' : '、'), unit].filter((part) => part !== '').join(' '),
      );
}

function partText(part: number | string | AttendanceStandard): string {
  if (typeof part === 'object') return attendanceLine(part);
  return typeof part === 'number' ? rounded(part) : optionName(part);
}

export function attendanceRange(range: PolicyRange): string {
  return `都是 ${rangeLine(range)}；特殊党员没到不扣，别人扣的不能比班子成员多`;
}

export function standardLine(setting: PolicySetting, standard: PolicyValue): string {
  return `产品原来定的：${valueText(setting, standard)}`;
}

/** Of a branch that keeps no book of attendance yet. */
export const beginningLine = '现在到会不记分；点“改”，从产品原来定的开始';

/** `1 到 60 的整数`, `最多 12 个字`; '' for what is chosen. */
export function rangeLine({ min, max, isWhole, maxLength }: PolicyRange): string {
  if (maxLength !== undefined) return `最多 ${maxLength} 个字`;
  if (min === undefined || max === undefined) return '';
  return `${min} 到 ${max}${isWhole ? ' 的整数' : ''}`;
}

/** `11 月 21 日 9:12 秦书记改的，原来 7 天：居民说太短` */
export function changeLine(
  { at, name, reason }: { readonly at: string; readonly name: string; readonly reason: string },
  before: string,
): string {
  return `${dayTime(at)} ${name}改的，原来 ${before}：${reason}`;
}

export const policyProblems = {
  value: '这个数不行，看一眼能填多少。',
  words: '太长了，看一眼能写几个字。',
  reason: '为什么改，写一句。',
} as const;
export const changedLine = '改好了，往后照新的办';
