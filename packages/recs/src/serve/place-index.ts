/** Finds the place of a product id; -1 for one that is not there. */
export type PlaceOf = (productId: number) => number

/** Ids are given out one after another: an array over them has few holes, and costs one look where a map costs three. */
const HOLES_MAX = 8

/** `ids` ascend and are above 0. */
export function createPlaceIndex(ids: Int32Array): PlaceOf {
  const greatest = ids.at(-1) ?? 0
  if ((ids[0] ?? 0) < 0 || greatest > HOLES_MAX * (ids.length + 1_000)) {
    const places = new Map(Array.from(ids, (id, place) => [id, place]))
    return (productId) => places.get(productId) ?? -1
  }
  const places = new Int32Array(greatest + 1).fill(-1)
  for (const [place, id] of ids.entries()) places[id] = place
  return (productId) => places[productId] ?? -1
}
