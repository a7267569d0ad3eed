/** The file name of a package: `app.js` of the main package (''), `package-packages-member.js` of `packages/member`. */
export function packageFile(root: string): string {
  return root === '' ? 'app.js' : `package-${root.replace(/\//g, '-')}.js`;
}
