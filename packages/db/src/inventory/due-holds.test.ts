import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = path.join(import.meta.dirname, '..')

/**
 * `clock_timestamp()` is volatile: PostgreSQL calls it for each row, so it cannot bound a search in an index, and every
 * hold of a record would be read to find the few that are due. As a scalar subquery it is asked once and bounds the search.
 */
test('no statement compares the end of each hold with a clock of its own', async () => {
  const files = (await readdir(ROOT, { recursive: true })).filter((file) => /(?<!\.test)\.ts$/.test(file))
  const texts = await Promise.all(
    files.map(async (file) => ({ file, text: await readFile(path.join(ROOT, file), 'utf8') })),
  )
  const slow = texts
    .filter(({ text }) => /expires_at\s*[<>]=?\s*clock_timestamp\(\)/.test(text))
    .map(({ file }) => file)
  expect(texts.some(({ text }) => text.includes('expires_at <= (SELECT clock_timestamp())'))).toBe(true)
  expect(slow).toEqual([])
})
