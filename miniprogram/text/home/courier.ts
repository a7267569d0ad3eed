/** Rows of the first screen about couriers and their stations. */
import { monthDay } from '../dates';

export const courierTexts = {
  stations: { title: '小哥驿站', line: '喝水、充电、上厕所，哪儿开着' },
  chooseSite: { title: '找到您的站点', line: '看支部是谁，登记一下' },
  hazard: { title: '拍隐患', line: '路上不对的，拍给网格员' },
  records: { title: '为小哥做的', line: '活动、帮忙、强技能、送温暖' },
  gap: { title: '15 分钟服务圈', line: '哪儿够不着，下一个放哪儿' },
  sites: { title: '站点', line: '哪些站点，各归哪个支部' },
  activities: { title: '组织生活', line: '支部的活动' },
} as const;

export function linkUntil(expiresAt: string): string {
  return `登记到 ${monthDay(expiresAt)}`;
}
