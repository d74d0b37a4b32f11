/** Tests of the Node side: pure rules, local cloud, functions. Pages and journeys have projects of their own. */
const swc = [
  '@swc/jest',
  {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  },
]

const node = (name) => ({
  displayName: name,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  transform: { '\\.ts$': swc },
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
})

/** Components and pages, rendered by miniprogram-simulate. */
const pages = {
  ...node('miniprogram'),
  testEnvironment: 'jsdom',
  testEnvironmentOptions: { customExportConditions: [''] },
}

module.exports = {
  // Two busy cores: a limit against hanging, not a measurement.
  testTimeout: 90_000,
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  // A third while one of two waits: for a page to settle, for a cloud to start.
  maxWorkers: 3,
  projects: [
    node('domain'),
    node('local'),
    node('functions'),
    node('preview'),
    node('journeys'),
    pages,
  ],
}
