/** Loads how surnames are read: the readings of all characters weigh more than the rest of a function. */
export async function loadSurnameKey(): Promise<(name: string) => string> {
  return (await import('./surname-key')).surnameKeyOf;
}
