/** What the page says on which the outline of a grid is drawn. */
export function cornersLine(corners: number): string {
  if (corners === 0) return '沿着街走一圈，在地图上每个拐角点一下。';
  if (corners < 3) return `点了 ${corners} 个角，至少要 3 个。`;
  return `点了 ${corners} 个角，首尾自己连上。`;
}

export const boundarySaved = '边界画好了';
export const boundaryProblems = {
  crossing: '边界自己打了叉，退几个角，沿着街一个一个点。',
  few: '至少要 3 个角，再点几个。',
  full: (most: number): string => `最多 ${most} 个角，够了。`,
} as const;
