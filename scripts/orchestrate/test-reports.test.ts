import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runChecks } from './checks'
import { tallyOf } from './test-reports'

const folder = mkdtempSync(join(tmpdir(), 'selvedge-reports-'))
afterAll(() => rmSync(folder, { recursive: true }))

const report = (content: unknown): string => {
  const file = join(folder, `${Math.random()}.json`)
  writeFileSync(file, JSON.stringify(content))
  return file
}

describe('a green line means that everything ran and nothing failed', () => {
  test('unit and browser reports are counted', () => {
    expect(tallyOf(report({ numPassedTests: 7, numFailedTests: 2 }), 1)).toMatchObject({ passed: 7, failed: 2 })
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 0 }
    expect(tallyOf(report({ stats }), 1)).toMatchObject({ passed: 5, failed: 1 })
  })

  test('a file that did not load, a missing report and an empty run are failures', () => {
    expect(tallyOf(report({ numPassedTests: 7, numFailedTests: 0 }), 1)).toMatchObject({ passed: 7, failed: 1 })
    expect(tallyOf(join(folder, 'absent.json'), 0)).toMatchObject({ passed: 0, failed: 1 })
    expect(tallyOf(report({ numPassedTests: 0, numFailedTests: 0 }), 0)).toMatchObject({ passed: 0, failed: 1 })
  })

  test('a check that breaks counts as failed and the rest still run', async () => {
    const checks = [
      { name: 'broken', run: () => Promise.reject(new Error('no')) },
      { name: 'fine', run: async () => ({ passed: 3, failed: 0 }) },
    ]
    expect(await runChecks(checks, new AbortController().signal, () => undefined)).toEqual({ passed: 3, failed: 1 })
  })

  test('checks that run at once are counted each, and one that breaks waits for the other', async () => {
    const { signal } = new AbortController()
    const order: string[] = []
    let tellBegun = (): void => undefined
    const begun = new Promise<void>((resolve) => {
      tellBegun = resolve
    })
    const broken = {
      name: 'broken',
      run: async () => {
        await begun
        order.push('broken')
        throw new Error('no')
      },
    }
    const slower = {
      name: 'slower',
      run: async () => {
        tellBegun()
        await new Promise((resolve) => setImmediate(resolve))
        order.push('slower')
        return { passed: 3, failed: 0 }
      },
    }
    const last = { name: 'last', run: async () => ({ passed: order.push('last'), failed: 0 }) }
    expect(await runChecks([[broken, slower], last], signal, () => undefined)).toEqual({ passed: 6, failed: 1 })
    expect(order).toEqual(['broken', 'slower', 'last'])
  })

  test('what failed is named, with the first words of its message', () => {
    const assertionResults = [
      { fullName: 'holds', status: 'passed', failureMessages: [] },
      {
        fullName: 'sells the last one twice',
        status: 'failed',
        failureMessages: ['AssertionError: 2 is not 1\n at x'],
      },
    ]
    const testResults = [
      { name: '/a/race.test.ts', status: 'failed', message: '', assertionResults },
      { name: '/a/broken.test.ts', status: 'failed', message: 'SyntaxError: no', assertionResults: [] },
    ]
    expect(tallyOf(report({ numPassedTests: 1, numFailedTests: 1, testResults }), 1).failures).toEqual([
      'race.test.ts › sells the last one twice: AssertionError: 2 is not 1',
      'broken.test.ts: SyntaxError: no',
    ])
    const tests = [{ results: [{ errors: [{ message: '\nno such button' }] }] }]
    const suites = [
      { file: 'bag.spec.ts', suites: [{ file: 'bag.spec.ts', specs: [{ title: 'adds', ok: false, tests }] }] },
    ]
    expect(tallyOf(report({ stats: { expected: 0, unexpected: 1, flaky: 0 }, suites }), 1).failures).toEqual([
      'bag.spec.ts › adds: no such button',
    ])
  })
})
