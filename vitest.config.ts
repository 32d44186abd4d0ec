import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const tests = (kind: string) => ['packages', 'apps', 'bench', 'scripts'].map((room) => `${room}/**/*.${kind}`)
const left = ['**/node_modules/**', '**/.next/**', '**/.selvedge/**', '**/e2e/**']

/**
 * Small files whose tests take a quarter to half a minute each, longest first: begun last, the last of them would run alone. Those that
 * wait for a scheduler stand beside those that keep a core busy.
 */
const LONG = [
  'worker/src/expiry.int.test.ts',
  'inventory/model.int.test.ts',
  'stack/src/stack.int.test.ts',
  'worker/src/finish-checkouts.int.test.ts',
  'worker/src/projection.int.test.ts',
  'training/train-in-thread.int.test.ts',
  'checkout/killed-between-steps.int.test.ts',
  'sinks/search-counts.int.test.ts',
]

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((name) => moduleId.endsWith(name))
      return at < 0 ? LONG.length : at
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}

/**
 * `unit` needs nothing; `int` runs on the engines of packages/stack, which its global setup starts or finds. Files of one
 * process share the modules they import: to start a process and read Prisma and its like anew for each file took longer
 * than the tests of most. So no module of ours may keep what a test has done; every test makes what it works on.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongOnesFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: tests('test.{ts,tsx}'),
          exclude: [...left, '**/*.int.test.ts'],
          isolate: false,
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
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
