/** One run: what needs nothing, the local cloud, a DOM, or Chromium; then the packages' own tests. */
const swc = {
  jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};
const base = {
  rootDir: __dirname,
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json'],
  transform: { '^.+\\.(t|j)s$': ['@swc/jest', swc] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/', '<rootDir>/.cache/'],
};
const node = { ...base, testEnvironment: 'node' };

module.exports = {
  reporters: ['default', '<rootDir>/tests/support/closing-line.cjs'],
  testSequencer: '<rootDir>/tests/support/slowest-first.cjs',
  // A third on two processors was measured: the run takes a tenth less, but each test half as long again.
  maxWorkers: 2,
  globalSetup: '<rootDir>/tests/support/run-folder.ts',
  globalTeardown: '<rootDir>/tests/support/remove-run-folder.ts',
  projects: [
    {
      ...node,
      displayName: 'rules',
      testMatch: ['<rootDir>/tests/{core,contracts,text,views,tools,docs}/**/*.test.ts'],
    },
    {
      ...base,
      testEnvironment: '<rootDir>/tests/support/cloud-environment.ts',
      displayName: 'cloud',
      testMatch: ['<rootDir>/tests/{local/demo,functions,faults}/**/*.test.ts', '<rootDir>/tests/local/*.test.ts'],
    },
    {
      ...base,
      displayName: 'pages',
      testMatch: ['<rootDir>/tests/miniprogram/**/*.test.ts'],
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { url: 'https://jest.test' },
      transformIgnorePatterns: ['/node_modules/'],
      moduleDirectories: ['miniprogram_npm', 'node_modules'],
      setupFiles: ['<rootDir>/tests/support/simulate-globals.ts'],
    },
    { ...node, displayName: 'browser', testMatch: ['<rootDir>/tests/{local/phone,e2e}/**/*.test.ts'] },
    '<rootDir>/local/cloud',
    '<rootDir>/local/phone',
  ],
};
