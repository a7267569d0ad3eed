export const grantedLine = (name: string): string => `${name}戴上了，五分钟里看得到`;
export const revokedLine = (name: string): string => `收回了${name}的帽子`;
