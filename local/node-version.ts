/** The `engines` of package.json, as numbers. */
const oldest = [20, 19] as const;

/** What to tell somebody whose Node cannot run this; nothing when it can. */
export function nodeVersionProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const old = major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
  return old ? `Node ${oldest.join('.')} or newer is needed, this is ${version}` : undefined;
}
