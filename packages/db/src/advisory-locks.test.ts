import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ADVISORY_LOCKS } from './advisory-locks'

test('no two works share a lock, and none takes one that is not in the list', () => {
  const numbers = Object.values(ADVISORY_LOCKS)
  expect(new Set(numbers).size).toBe(numbers.length)
  const source = import.meta.dirname
  const loose = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('generated') && !file.startsWith('advisory-locks'))
    .filter((file) => /advisory_(xact_)?lock\(\d/.test(readFileSync(join(source, file), 'utf8')))
  expect(loose).toEqual([])
})
