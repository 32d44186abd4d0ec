import {
  type CatalogueTable,
  createNearestRows,
  type FoldIn,
  type ItemFactors,
  type ItemNeighbours,
  type PlacedNeighbours,
  type ServedModels,
} from '@selvedge/recs'

type Table = Pick<CatalogueTable, 'size' | 'placeOf'>

const NEIGHBOURS = 60

/**
 * Neighbours by place of the table, best first; what the table does not know is left out. In numbers alone: of many
 * thousand pieces with sixty each, an object for each would keep the server's thread for a tenth of a second.
 */
export function placedNeighbours(
  table: Table,
  { itemIds, offsets, neighbours, scores }: ItemNeighbours,
): PlacedNeighbours {
  const placeOfRow = Int32Array.from(itemIds, (id) => table.placeOf(id))
  const rowOf = new Int32Array(table.size).fill(-1)
  for (const [row, place] of placeOfRow.entries()) if (place >= 0) rowOf[place] = row
  const from = new Int32Array(table.size + 1)
  const [places, kept] = [new Int32Array(neighbours.length), new Float32Array(neighbours.length)]
  let length = 0
  for (let place = 0; place < table.size; place++) {
    const row = rowOf[place] ?? -1
    const begin = row < 0 ? 0 : (offsets[row] ?? 0)
    const end = row < 0 ? 0 : Math.min(offsets[row + 1] ?? 0, begin + NEIGHBOURS)
    for (let at = begin; at < end; at++) {
      const neighbour = placeOfRow[neighbours[at] ?? -1] ?? -1
      const score = scores[at] ?? 0
      // A file from elsewhere may name a piece as its own neighbour: it would be its own reason.
      if (neighbour < 0 || neighbour === place || !Number.isFinite(score)) continue
      places[length] = neighbour
      kept[length++] = score
    }
    from[place + 1] = length
  }
  return { from, places: places.slice(0, length), scores: kept.slice(0, length) }
}

/** Vectors by place of the table; products that the training did not know have none, and score 0. */
export function placedFactors(table: Table, model: ItemFactors, fold: FoldIn): NonNullable<ServedModels['factors']> {
  const { dimensions, itemIds, vectors } = model
  const values = new Float32Array(table.size * dimensions)
  const rowOf = new Int32Array(table.size).fill(-1)
  for (const [row, itemId] of itemIds.entries()) {
    const place = table.placeOf(itemId)
    if (place < 0) continue
    rowOf[place] = row
    values.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), place * dimensions)
  }
  return {
    nearest: createNearestRows(values, dimensions),
    userVector: (recent) => {
      const rows = recent.map(({ place }) => rowOf[place] ?? -1).filter((row) => row >= 0)
      return rows.length === 0 ? undefined : fold(Int32Array.from(new Set(rows)).sort())
    },
  }
}
