/** A link is good for half a year: people move about, and confirm it in one tap where they stay (S5-10). */
export const linkDays = 180;

export function linkExpiry(at: Date): Date {
  return new Date(at.getTime() + linkDays * 86_400_000);
}
