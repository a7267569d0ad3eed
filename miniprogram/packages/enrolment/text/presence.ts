import type { PresenceCount, PresenceView } from '../../../contracts/enrolment';
import { monthDay, pickerDay } from '../../../text/dates';
import { channelText, welcomedLine } from './enrolment';
import { hoursLine } from './hours';
import { dutiesLine } from './welcome';

/** One of the five parts, as it is read. */
export interface PresencePart {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** `2026 年 11 月 20 日`: it may be years ago. */
function day(iso: string): string {
  return `${pickerDay(Date.parse(iso)).slice(0, 4)} 年 ${monthDay(iso)}`;
}

/** The five parts in the order of the article. */
export function presenceParts(view: PresenceView): readonly PresencePart[] {
  return [
    { key: 'enrolled', title: '报到在网格', lines: enrolledLines(view) },
    { key: 'shown', title: '“三亮”在网格', lines: shownLines(view.shown) },
    { key: 'learning', title: '学习在网格', lines: learningLines(view.learning) },
    { key: 'service', title: '服务在网格', lines: serviceLines(view.service) },
    { key: 'management', title: '管理在网格', lines: managementLines(view.management) },
  ];
}

function enrolledLines({ enrolled: { at, channel, channelName, byName, welcomed }, gridName }: PresenceView) {
  const way = channelText(channelName === undefined ? { channel } : { channel, name: channelName });
  return [`${day(at)}报到在${gridName}，${byName}记的`, `${way}；${welcomedLine(welcomed)}`];
}

function shownLines({ identityAt, promiseAt, skills, deedAt }: PresenceView['shown']) {
  return [
    identityAt === undefined ? '亮身份：还没领徽章，也没挂牌' : `亮身份：${day(identityAt)}起，徽章或门牌`,
    promiseAt === undefined ? '亮承诺：还没选岗' : `亮承诺：${day(promiseAt)}选岗，${dutiesLine(skills)}`,
    deedAt === undefined ? '亮作为：还没有居民点过头的事' : `亮作为：最近一次 ${day(deedAt)}`,
  ];
}

const counted = ({ thisYear, ever, lastAt = '' }: PresenceCount, measure: string): readonly string[] => [
  `今年 ${String(thisYear)} ${measure}，一共 ${String(ever)} ${measure}`,
  `最近一次 ${day(lastAt)}`,
];

function learningLines(learning: PresenceCount) {
  return learning.ever === 0 ? ['本社区支部的存折里还没有参加活动的记录'] : counted(learning, '次');
}

function serviceLines(service: PresenceCount) {
  return service.ever === 0 ? ['还没有居民点过头的服务'] : counted(service, '件');
}

function managementLines({ points, contested, team, isCaptain, hours }: PresenceView['management']) {
  return [
    `服务积分 ${String(points)} 分${contested > 0 ? `，有 ${String(contested)} 笔提了异议，等答复` : ''}`,
    team === undefined ? '没进小分队' : `${team}${isCaptain ? '，队长' : ''}`,
    `空闲时间：${hoursLine(hours)}`,
  ];
}
