import { readFile } from 'node:fs/promises'
import {
  type Artefact,
  ascendingIds,
  factorsArtefact,
  type ItemNeighbours,
  neighboursArtefact,
  placeOf,
} from '@selvedge/recs'
import { parquetReadObjects } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'
import type { PersonProduct } from './read-interactions'

/** Interactions as one Parquet file: `person`, `product_id`, `weight`, `last_at` (docs/recs/trainer-contract.md). */
export function interactionsParquet(deeds: readonly PersonProduct[]): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: [
      { name: 'person', data: deeds.map(({ person }) => person), type: 'STRING' },
      { name: 'product_id', data: deeds.map(({ productId }) => productId), type: 'INT32' },
      { name: 'weight', data: Float32Array.from(deeds, ({ weight }) => weight), type: 'FLOAT' },
      { name: 'last_at', data: deeds.map(({ lastAt }) => lastAt), type: 'TIMESTAMP' },
    ],
  })
  return new Uint8Array(buffer)
}

/** A row of somebody else's file that is not what the contract says. */
export class TrainerFileFault extends Error {
  constructor(row: number, what: string) {
    super(`row ${row + 1}: ${what}`)
    this.name = 'TrainerFileFault'
  }
}

export type Imported = { readonly name: string; readonly version: string }

/** Neighbours of an outside trainer: `item_id`, `neighbour_id`, `score`, in any order. */
export async function neighboursFromParquet(path: string, { name, version }: Imported): Promise<Artefact> {
  const rows = (await rowsOf(path)).map((row, at) => ({
    item: idIn(row, 'item_id', at),
    neighbour: idIn(row, 'neighbour_id', at),
    score: numberIn(row, 'score', at),
  }))
  const itemIds = ascendingIds(rows.flatMap(({ item, neighbour }) => [item, neighbour]))
  rows.sort((a, b) => a.item - b.item || b.score - a.score || a.neighbour - b.neighbour)
  const offsets = new Int32Array(itemIds.length + 1)
  for (const { item } of rows) {
    const next = placeOf(itemIds, item) + 1
    offsets[next] = (offsets[next] ?? 0) + 1
  }
  for (let place = 0; place < itemIds.length; place++)
    offsets[place + 1] = (offsets[place + 1] ?? 0) + (offsets[place] ?? 0)
  const model: ItemNeighbours = {
    itemIds,
    offsets,
    neighbours: Int32Array.from(rows, ({ neighbour }) => placeOf(itemIds, neighbour)),
    scores: Float32Array.from(rows, ({ score }) => score),
  }
  return neighboursArtefact(headerOf(name, version), model)
}

/** Item factors of an outside trainer (Spark MLlib's `itemFactors`: `id`, `features`), all of one length. */
export async function factorsFromParquet(path: string, { name, version }: Imported): Promise<Artefact> {
  const rows = (await rowsOf(path)).map((row, at) => ({ id: idIn(row, 'id', at), vector: vectorIn(row, at) }))
  const dimensions = rows[0]?.vector.length ?? 0
  const uneven = rows.findIndex(({ vector }) => vector.length !== dimensions)
  if (uneven >= 0) throw new TrainerFileFault(uneven, `a vector of ${dimensions} numbers is expected`)
  const itemIds = ascendingIds(rows.map(({ id }) => id))
  if (itemIds.length !== rows.length) throw new Error('an item has two vectors')
  const vectors = new Float32Array(itemIds.length * dimensions)
  for (const { id, vector } of rows) vectors.set(vector, placeOf(itemIds, id) * dimensions)
  return factorsArtefact(headerOf(name, version), { itemIds, dimensions, vectors, unobserved: 0.1, ridge: 0.01 })
}

const headerOf = (name: string, version: string) => ({
  name,
  version,
  window: { from: null, to: null },
  metrics: {},
  facts: { imported: 1 },
})

async function rowsOf(path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const bytes = await readFile(path)
  const file = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(file).set(bytes)
  return await parquetReadObjects({ file })
}

function numberIn(row: Readonly<Record<string, unknown>>, column: string, at: number): number {
  const value = row[column]
  const number = typeof value === 'bigint' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) throw new TrainerFileFault(at, `${column} is no number`)
  return number
}

function idIn(row: Readonly<Record<string, unknown>>, column: string, at: number): number {
  const id = numberIn(row, column, at)
  if (!Number.isInteger(id) || id < 1 || id > 2_147_483_647) throw new TrainerFileFault(at, `${column} is no product`)
  return id
}

function vectorIn(row: Readonly<Record<string, unknown>>, at: number): readonly number[] {
  const { features } = row
  const isVector = Array.isArray(features) && features.every((one) => typeof one === 'number' && Number.isFinite(one))
  if (!isVector || features.length === 0) throw new TrainerFileFault(at, 'features is no list of finite numbers')
  return features
}
