/** The file of a package: `app.js` for the main package (''), `package-packages-member.js` for `packages/member`. */
export function packageFile(root: string): string {
  return root === '' ? 'app.js' : `package-${root.replace(/\//g, '-')}.js`;
}
