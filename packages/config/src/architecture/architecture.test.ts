import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { faults } from './faults'
import { readHouse } from './read-house'
import { sizes } from './sizes'

const house = readHouse(fileURLToPath(new URL('../../../..', import.meta.url)))

test('the house keeps its own rules: arrows inward, no circles, nothing undeclared, the environment read in one place', () => {
  expect(house.map((room) => room.name)).toEqual(
    expect.arrayContaining(['core', 'db', 'infra', 'api', 'web', 'worker']),
  )
  expect(faults(house)).toEqual([])
})

test('the tail of long files is seen', () => {
  const { files, median, p95, over300 } = sizes(house)
  console.log(`${files} source files: median ${median} lines, p95 ${p95}, over 300: ${over300.length}`)
  for (const { path, lines } of over300) console.log(`  ${lines} ${path}`)
  expect(files).toBeGreaterThan(0)
})
