import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { rounded } from './figures'

export type Figures = Readonly<Record<string, number>>

const commit = (): string => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return 'unknown'
  }
}

const round = (figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, rounded(value)]))

/** The last line of every benchmark: one JSON object; `metrics` are ours, `baseline` was measured beside them. */
export const report = (bench: string, metrics: Figures, baseline: Figures): void => {
  const env = { node: process.versions.node, cores: cpus().length, commit: commit() }
  process.stdout.write(`${JSON.stringify({ bench, metrics: round(metrics), baseline: round(baseline), env })}\n`)
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`)
