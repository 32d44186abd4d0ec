import { createFileWork, createPool, createStockEngine } from '@selvedge/db'

/** A worker of its own that applies a file until it is done or killed: `apply-and-die.ts <database> <file>`. */
const main = async (): Promise<void> => {
  const [url, fileId] = process.argv.slice(2)
  if (url === undefined || fileId === undefined) throw new Error('usage: apply-and-die.ts <database> <file>')
  const pool = createPool(url)
  const work = createFileWork({ pool, engine: createStockEngine({ pool }) })
  while ((await work.advance(fileId, 5_000)) === 'again');
  await pool.end()
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})
