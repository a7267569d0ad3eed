/** What members can help with, by name. */
import type { Skill } from '../../contracts/skill';
import { choicesOf, type Choice } from '../choice';

const names: Record<Skill, string> = {
  repair: '水电维修',
  errand: '跑腿代办',
  escort: '陪诊送药',
  device: '手机电脑',
  family: '孩子老人',
  schooling: '孩子入学',
  birth: '孕产健康',
  legal: '法律咨询',
  counsel: '想聊聊',
  emergency: '急事难事',
  registration: '信息登记',
  hazard: '路上有隐患',
  station: '驿站的事',
  wish: '微心愿',
  other: '别的事',
};

export function skillName(skill: Skill): string {
  return names[skill];
}

export function skillChoices(values: readonly Skill[]): Choice<Skill>[] {
  return choicesOf(values, names);
}
