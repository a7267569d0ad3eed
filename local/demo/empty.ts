import type { DemoSource } from '@lianxin/local-cloud';
import { wholeForms } from './forms';

/** WeChat users whom nobody knows yet, each with a number that WeChat would prove. */
const names = ['新用户甲', '新用户乙', '新用户丙', '新用户丁', '新用户戊', '新用户己'];

/** An environment in which nobody has set anything up: no community, no person, no card. */
export function createEmptyEnvironment(): DemoSource {
  return {
    load: (database) => database.load('forms', wholeForms),
    personas: () =>
      names.map((name, index) => ({
        openid: `fresh-${index + 1}`,
        name,
        hats: ['anonymous'],
        communityId: 'empty',
        communityName: '还没有社区',
        phoneNumber: `1640000100${index + 1}`,
      })),
  };
}
