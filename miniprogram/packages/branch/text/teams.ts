/** What the page of volunteers' teams says. */
export function teamLine(skill: string, captain: string | undefined, count: number): string {
  return `${skill}，${captain === undefined ? '还没有队长' : `队长${captain}`}，${count} 人`;
}

export const teamProblems = {
  name: '这支队叫什么，写一个。',
  sameName: '已经有一支队叫这个名字，换一个。',
  skill: '先点一下，这支队帮哪方面的忙。',
  member: '有一位已经在别的队里，先请那边的队把人让出来。',
  captain: '先点一位当队长。',
} as const;
export const teamSavedLine = '改好了，帽子几分钟里就换';
export const newTeamTitle = '添一支队';
