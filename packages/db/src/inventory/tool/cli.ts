import { createPool } from '../../pool'
import { openCommandDatabase } from '../../seed/command-database'
import { createStockHistory } from '../as-of/stock-history'
import { recordFindings } from '../check/findings-store'
import { lostCauses } from '../check/lost-causes'
import { rebuildLevels } from '../check/rebuild-levels'
import { catchUpClosing } from '../close/close-days'
import { type CheckProgress, verifyLedger } from '../verify'
import { printAsOf } from './print-as-of'
import { parseToolArguments, type ToolArguments, USAGE } from './tool-arguments'

type Pool = ReturnType<typeof createPool>

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const count = (n: number): string => n.toLocaleString('en')
const seconds = (since: number): string => ((performance.now() - since) / 1_000).toFixed(1)

const progressSince =
  (startedAt: number) =>
  ({ records, entries, part, parts }: CheckProgress): void =>
    print(
      `  ${part}/${parts} of the ledger: ${count(records)} records, ${count(entries)} entries (${seconds(startedAt)} s)`,
    )

/** A cause that is lost may be that of many records: it is of none. */
const subjectOf = (recordId: number | undefined, variantId: number | undefined): string => {
  if (recordId !== undefined) return `record ${recordId}: `
  return variantId === undefined ? '' : `SKU ${variantId}: `
}

/** Answers how many findings there are. */
const verify = async (pool: Pool): Promise<number> => {
  const startedAt = performance.now()
  const books = await verifyLedger(pool, progressSince(startedAt))
  const causes = await lostCauses(pool)
  print(`  causes: ${count(causes.documents)} documents looked up (${seconds(startedAt)} s)`)
  const findings = [...books, ...causes.findings]
  // Lost causes are kept by the worker's check, record by record.
  await recordFindings(pool, books, 'everything')
  for (const { kind, recordId, variantId, what } of findings)
    print(`  ${kind}: ${subjectOf(recordId, variantId)}${what}`)
  print(
    findings.length === 0
      ? `levels, versions, holds, kept states, closes, conservation and causes agree (${seconds(startedAt)} s)`
      : `${count(findings.length)} findings (${seconds(startedAt)} s)`,
  )
  return findings.length
}

/** Answers how many faults of the ledger keep it from being done. */
const rebuild = async (pool: Pool): Promise<number> => {
  const startedAt = performance.now()
  const rebuilt = await rebuildLevels(pool, progressSince(startedAt))
  if (rebuilt.kind === 'broken') {
    for (const { kind, recordId, what } of rebuilt.findings) print(`  ${kind}: record ${recordId}: ${what}`)
    print(`the ledger itself is broken in ${count(rebuilt.findings.length)} places: nothing was changed`)
    return rebuilt.findings.length
  }
  for (const { recordId, what } of rebuilt.changed) print(`  record ${recordId}: ${what.join('; ')}`)
  print(
    `${count(rebuilt.records)} levels from ${count(rebuilt.entries)} entries: ${count(rebuilt.changed.length)} changed, ${count(rebuilt.snapshots)} kept states written (${seconds(startedAt)} s)`,
  )
  print(`${count(await catchUpClosing(pool))} places closed, day by day (${seconds(startedAt)} s)`)
  return 0
}

const act = async (wanted: ToolArguments, pool: Pool): Promise<number> => {
  switch (wanted.command) {
    case 'verify':
      return verify(pool)
    case 'rebuild':
      return rebuild(pool)
    case 'as-of':
      await printAsOf({ pool, history: createStockHistory({ pool }) }, wanted, print)
      return 0
  }
}

const run = async (args: readonly string[]): Promise<void> => {
  const wanted = parseToolArguments(args, new Date())
  const { url, leave } = await openCommandDatabase(print)
  const pool = createPool(url, { max: 2, applicationName: 'inventory', statementTimeoutMs: 600_000 })
  try {
    if ((await act(wanted, pool)) > 0) process.exitCode = 1
  } finally {
    await pool.end()
    await leave()
  }
}

run(process.argv.slice(2))
  .catch((fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n${USAGE}\n`)
    process.exitCode = 1
  })
  // The migration engine leaves a timer of ten seconds behind.
  .finally(() => process.exit())
