import { defineConfig } from 'vitest/config'

const tests = (kind: string) => ['packages', 'apps', 'bench', 'scripts'].map((room) => `${room}/**/*.${kind}`)
const left = ['**/node_modules/**', '**/.next/**', '**/.selvedge/**', '**/e2e/**']

/** `unit` needs nothing; `int` runs on the engines of packages/stack, which its global setup starts or finds. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: tests('test.{ts,tsx}'),
          exclude: [...left, '**/*.int.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'int',
          include: tests('int.test.ts'),
          exclude: left,
          globalSetup: ['./packages/stack/src/testing/global-setup.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
