export const grantedLine = (name: string): string => `给${name}戴上了`;
export const revokedLine = (name: string): string => `收回了${name}的帽子`;
