import { gridStaffHats } from '../../contracts/hat';
import { greeting } from '../dates';

/** In the bar, before anybody wears a hat. */
export const productName = '连心';

export const deskTitle = '书记工作台';

export function welcome(name: string, nowMs: number): string {
  return `${name}，${greeting(nowMs)}`;
}

/** Over everything else on an elder's first screen: seven silent days would close it. */
export const nodLines = { one: '有一件等您点头', several: '有几件等您点头' } as const;

export const notScanned = '没扫到，对准门口那张卡再试一次';

/** The row that leads to what courtyard points buy, or to the shelf; '' for a hat that has neither. */
export function rewardsRow(hatKey: string): string {
  const [hat = ''] = hatKey.split('@');
  if (hat === 'courtyardHead') return '积分换物';
  return gridStaffHats.some((one) => one === hat) ? '换物和库存' : '';
}

/** What leads to the cards of a community. */
export const cardsShortcut = { title: '发连心卡', line: '每户、每店一张，打印出来发到手里' } as const;

/** In an employer's hat. */
export const sharedShortcut = { title: '本单位的党员', line: '同意给单位看的考评，和社区互相写的话' } as const;
