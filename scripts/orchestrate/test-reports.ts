import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Tally } from './checks'

/**
 * Counts from the JSON report of vitest (`numPassedTests`, `numFailedTests`) or Playwright (`stats`), and what failed
 * by name. A run that ended badly without a failed test (a file that did not load, an engine that did not start)
 * counts as one failure, and so does a run that reported nothing.
 */
export const tallyOf = (reportFile: string, exitCode: number): Tally => {
  const report = read(reportFile)
  const stats = report?.stats
  const passed = report?.numPassedTests ?? (stats?.expected ?? 0) + (stats?.flaky ?? 0)
  const failed = report?.numFailedTests ?? stats?.unexpected ?? 0
  const endedBadly = exitCode !== 0 || passed + failed === 0
  if (failed === 0 && !endedBadly) return { passed, failed: 0 }
  const failures = [...failedTests(report?.testResults ?? []), ...failedSpecs(report?.suites ?? [])]
  return { passed, failed: Math.max(1, failed), failures }
}

const failedTests = (files: readonly TestFile[]): string[] =>
  files.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [line(basename(name), message)] : []
    return failed.map((test) => line(`${basename(name)} › ${test.fullName}`, test.failureMessages[0]))
  })

const failedSpecs = (suites: readonly Suite[]): string[] =>
  suites.flatMap(({ file, specs = [], suites: inner = [] }) => [
    ...specs
      .filter((spec) => !spec.ok)
      .map(({ title, tests }) => line(`${file} › ${title}`, tests.at(-1)?.results.at(-1)?.errors[0]?.message)),
    ...failedSpecs(inner),
  ])

const line = (name: string, message = ''): string => {
  const words = message.split('\n').find((part) => part.trim() !== '')
  return words === undefined ? name : `${name}: ${words.trim().slice(0, 200)}`
}

type TestFile = {
  name: string
  status: string
  message: string
  assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
}

type Suite = {
  file: string
  specs?: { title: string; ok: boolean; tests: { results: { errors: { message?: string }[] }[] }[] }[]
  suites?: Suite[]
}

type Report = {
  numPassedTests?: number
  numFailedTests?: number
  testResults?: TestFile[]
  stats?: { expected: number; unexpected: number; flaky: number }
  suites?: Suite[]
}

const read = (file: string): Report | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return undefined // the run ended before it could write a report
  }
}
