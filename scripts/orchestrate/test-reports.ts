import { readFileSync } from 'node:fs'
import type { Tally } from './checks'

/**
 * Counts from the JSON report of vitest (`numPassedTests`, `numFailedTests`) or Playwright (`stats`). A run that ended
 * badly without a failed test (a file that did not load, an engine that did not start) counts as one failure, and so
 * does a run that reported nothing.
 */
export const tallyOf = (reportFile: string, exitCode: number): Tally => {
  const report = read(reportFile)
  const stats = report?.stats
  const passed = report?.numPassedTests ?? (stats?.expected ?? 0) + (stats?.flaky ?? 0)
  const failed = report?.numFailedTests ?? stats?.unexpected ?? 0
  const endedBadly = exitCode !== 0 || passed + failed === 0
  return { passed, failed: failed === 0 && endedBadly ? 1 : failed }
}

type Report = {
  numPassedTests?: number
  numFailedTests?: number
  stats?: { expected: number; unexpected: number; flaky: number }
}

const read = (file: string): Report | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return undefined // the run ended before it could write a report
  }
}
