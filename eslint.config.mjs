import tseslint from 'typescript-eslint';

const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' };
const noOwnClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The clock is in platform/.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock is in platform/.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance is in platform/.',
  },
];
const noChinese = [
  { selector: 'Literal[value=/[\\u4e00-\\u9fff]/]', message: 'What a user reads stands in text/ or in WXML.' },
  {
    selector: 'TemplateElement[value.raw=/[\\u4e00-\\u9fff]/]',
    message: 'What a user reads stands in text/ or in WXML.',
  },
];
const noOffset = {
  selector: "CallExpression[callee.property.name='skip'][callee.object.type!='ThisExpression']",
  message: 'Page by cursor, never by offset.',
};
const cloudInOneFile = {
  selector: "MemberExpression[object.name='wx'][property.name='cloud']",
  message: 'wx.cloud stands in services/platform/ alone.',
};
const byName = { group: ['**/local/cloud', '**/local/cloud/**'], message: 'Import it as @lianxin/local-cloud.' };
/** 40 lines, without blank ones and comments. */
const functionsFitAScreen = {
  'max-lines': ['error', 300],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
};
const restrict = (...rules) => ({ 'no-restricted-syntax': ['error', noEnum, ...rules] });

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'dist',
      '.local',
      '.local-empty',
      '.cache',
      'miniprogram/miniprogram_npm',
      '**/tests/**/fixtures/**',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.base],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...restrict(),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      ...functionsFitAScreen,
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always'],
      'no-empty': 'error',
      'no-console': 'error',
    },
  },
  { files: ['miniprogram/**/*.ts'], rules: restrict(...noOwnClock, ...noChinese, noOffset, cloudInOneFile) },
  {
    files: ['miniprogram/text/**/*.ts', 'miniprogram/packages/*/text/*.ts'],
    rules: restrict(...noOwnClock, cloudInOneFile),
  },
  { files: ['miniprogram/services/platform/**/*.ts'], rules: restrict(...noChinese) },
  { files: ['cloudfunctions/**/*.ts'], rules: restrict(...noOwnClock, ...noChinese, noOffset) },
  {
    files: ['cloudfunctions/core/{person,place,message,print,brief,import,export,order}/text/*.ts'],
    rules: restrict(...noOwnClock, noOffset),
  },
  { files: ['cloudfunctions/core/platform/**/*.ts'], rules: restrict(...noChinese, noOffset) },
  { files: ['local/**/*.ts', 'tools/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/platform/**/*.ts'], rules: { '@typescript-eslint/consistent-type-assertions': 'off' } },
  { files: ['tests/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [byName] }] } },
  {
    files: ['tests/**/*.ts', 'local/testing/**/*.ts', 'local/*/{tests,testing}/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines-per-function': 'off',
    },
  },
);
