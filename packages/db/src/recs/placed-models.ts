import {
  type CatalogueTable,
  createFoldIn,
  createNearestRows,
  type ItemFactors,
  type ItemNeighbours,
  type PlacedNeighbours,
  placeNeighbours,
  type ServedModels,
  similarTo,
} from '@selvedge/recs'

const NEIGHBOURS = 60

/** Neighbours by place of the table. */
export const placedNeighbours = (table: CatalogueTable, model: ItemNeighbours): PlacedNeighbours =>
  placeNeighbours(table, (productId) => {
    const { itemIds, scores } = similarTo(model, productId, NEIGHBOURS)
    return Array.from(itemIds, (id, at) => ({ productId: id, score: scores[at] ?? 0 }))
  })

/** Vectors by place of the table; products that the training did not know have none, and score 0. */
export function placedFactors(table: CatalogueTable, model: ItemFactors): NonNullable<ServedModels['factors']> {
  const { dimensions, itemIds, vectors } = model
  const values = new Float32Array(table.size * dimensions)
  const rowOf = new Int32Array(table.size).fill(-1)
  for (const [row, itemId] of itemIds.entries()) {
    const place = table.placeOf(itemId)
    if (place < 0) continue
    rowOf[place] = row
    values.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), place * dimensions)
  }
  const fold = createFoldIn(model)
  return {
    nearest: createNearestRows(values, dimensions),
    userVector: (recent) => {
      const rows = recent.map(({ place }) => rowOf[place] ?? -1).filter((row) => row >= 0)
      return rows.length === 0 ? undefined : fold(Int32Array.from(new Set(rows)).sort())
    },
  }
}
