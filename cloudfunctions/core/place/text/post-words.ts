import type { PostHat } from '../../../../miniprogram/contracts/hat';

const posts: Readonly<Record<PostHat, string>> = {
  secretary: '书记',
  committee: '支部委员',
  groupLeader: '党小组组长',
  gridLeader: '网格长',
  gridWorker: '网格员',
  laneChief: '街巷长',
  courtyardHead: '楼院长',
  teamCaptain: '小分队队长',
  inspector: '督查员',
  administrator: '管理员',
  instructor: '党建指导员',
  steward: '驿站管理员',
  employer: '单位党组织',
};

/** What a post is called, on paper and in lists. */
export function postWord(hat: PostHat): string {
  return posts[hat];
}
