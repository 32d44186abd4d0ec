import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArtefact, parseFactors, parseNeighbours, serialiseArtefact, similarTo } from '@selvedge/recs'
import { parquetReadObjects } from 'hyparquet'
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { factorsFromParquet, interactionsParquet, neighboursFromParquet } from './trainer-files'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'selvedge-trainer-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function written(name: string, columnData: ColumnSource[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, new Uint8Array(parquetWriteBuffer({ columnData })))
  return path
}
const as = { name: 'near', version: 'spark-7' }

test('interactions read back from Parquet as they were written', async () => {
  const lastAt = new Date('2026-11-20T10:00:00.000Z')
  const deeds = [
    { person: 'u:1', productId: 7, weight: 5, lastAt },
    { person: 'v:2', productId: 9, weight: 1, lastAt },
  ]
  const bytes = interactionsParquet(deeds)
  const file = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(file).set(bytes)
  expect(await parquetReadObjects({ file })).toEqual(
    deeds.map(({ person, productId, weight }) => ({ person, product_id: productId, weight, last_at: lastAt })),
  )
})

describe('a model of another trainer', () => {
  test('neighbours come in any order and are served best first', async () => {
    const path = await written('near.parquet', [
      { name: 'item_id', data: [20, 10, 10], type: 'INT32' },
      { name: 'neighbour_id', data: [10, 30, 20], type: 'INT32' },
      { name: 'score', data: [0.5, 0.25, 0.75], type: 'DOUBLE' },
    ])
    const artefact = parseArtefact(serialiseArtefact(await neighboursFromParquet(path, as)))
    const model = parseNeighbours(artefact)
    expect(artefact.version).toBe('spark-7')
    expect([...similarTo(model, 10, 9).itemIds]).toEqual([20, 30])
    expect([...similarTo(model, 20, 9).itemIds]).toEqual([10])
    expect([...similarTo(model, 30, 9).itemIds]).toEqual([])
  })

  test('factors keep each vector with its item', async () => {
    const path = await written('factors.parquet', [
      { name: 'id', data: [20, 10], type: 'INT32' },
      {
        name: 'features',
        data: [
          [3, 4],
          [1, 2],
        ],
      },
    ])
    const factors = parseFactors(parseArtefact(serialiseArtefact(await factorsFromParquet(path, as))))
    expect([...factors.itemIds]).toEqual([10, 20])
    expect([...factors.vectors]).toEqual([1, 2, 3, 4])
  })

  test('a row that says nothing is named, and nothing is imported', async () => {
    const path = await written('bad.parquet', [
      { name: 'item_id', data: [10, 20], type: 'INT32' },
      { name: 'neighbour_id', data: [20, 10], type: 'INT32' },
      { name: 'score', data: [0.5, Number.NaN], type: 'DOUBLE' },
    ])
    await expect(neighboursFromParquet(path, as)).rejects.toThrow('row 2: score is no number')
    await expect(factorsFromParquet(path, as)).rejects.toThrow('row 1: id is no number')
  })
})
