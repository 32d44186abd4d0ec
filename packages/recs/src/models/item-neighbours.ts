import { type Artefact, type ArtefactHeader, floatsOf, integersOf } from '../artefact/artefact'
import { BestKeeper } from './best'
import { placeOf } from './item-places'
import { type CandidateSource, type Candidates, NO_CANDIDATES, type WeightedItem, weightedTrail } from './source'

/**
 * Neighbours of items, whoever computed them. `itemIds` ascend; the neighbours of the item at place `i` stand at
 * `offsets[i] .. offsets[i + 1]`, best first, as places in `itemIds`.
 */
export type ItemNeighbours = {
  readonly itemIds: Int32Array
  readonly offsets: Int32Array
  readonly neighbours: Int32Array
  readonly scores: Float32Array
}

/** The best neighbours of one item, best first; empty for an item the model does not know. */
export function similarTo(model: ItemNeighbours, itemId: number, limit: number): Candidates {
  const place = placeOf(model.itemIds, itemId)
  if (place < 0) return NO_CANDIDATES
  const from = model.offsets[place] ?? 0
  const to = Math.min(model.offsets[place + 1] ?? from, from + limit)
  return {
    itemIds: Int32Array.from(model.neighbours.subarray(from, to), (neighbour) => model.itemIds[neighbour] ?? 0),
    scores: model.scores.slice(from, to),
    because: new Int32Array(to - from).fill(itemId),
  }
}

/** A source over neighbours: what lies near the items of the trail, each weighted; the trail's own items are left out. */
export function neighbourSource(name: string, model: ItemNeighbours): CandidateSource {
  const totals = new Float32Array(model.itemIds.length)
  const largest = new Float32Array(model.itemIds.length)
  const because = new Int32Array(model.itemIds.length)
  return {
    name,
    retrieve(trail, limit) {
      const touched = addUp(model, weightedTrail(trail), { totals, largest, because })
      for (const itemId of trail.session) forget(model, totals, itemId)
      for (const { itemId } of trail.past) forget(model, totals, itemId)
      const keeper = new BestKeeper(Math.min(limit, touched.length))
      for (const place of touched) if ((totals[place] ?? 0) > 0) keeper.offer(place, totals[place] ?? 0)
      const { places, scores } = keeper.take()
      const answer = {
        itemIds: places.map((place) => model.itemIds[place] ?? 0),
        scores,
        because: places.map((place) => because[place] ?? -1),
      }
      for (const place of touched) {
        totals[place] = 0
        largest[place] = 0
      }
      return answer
    },
  }
}

type Sums = { readonly totals: Float32Array; readonly largest: Float32Array; readonly because: Int32Array }

/** Adds the neighbours of every item to the sums; answers the places touched, each once. */
function addUp(model: ItemNeighbours, items: readonly WeightedItem[], { totals, largest, because }: Sums): number[] {
  const touched: number[] = []
  for (const { itemId, weight } of items) {
    const place = placeOf(model.itemIds, itemId)
    if (place < 0 || !(weight > 0)) continue
    for (let at = model.offsets[place] ?? 0; at < (model.offsets[place + 1] ?? 0); at++) {
      const neighbour = model.neighbours[at] ?? 0
      const part = weight * (model.scores[at] ?? 0)
      if (!(part > 0)) continue
      if (totals[neighbour] === 0) touched.push(neighbour)
      totals[neighbour] = (totals[neighbour] ?? 0) + part
      if (part > (largest[neighbour] ?? 0)) {
        largest[neighbour] = part
        because[neighbour] = itemId
      }
    }
  }
  return touched
}

function forget(model: ItemNeighbours, totals: Float32Array, itemId: number): void {
  const place = placeOf(model.itemIds, itemId)
  // Below zero, not zero: a place that is zero would count as untouched.
  if (place >= 0 && (totals[place] ?? 0) > 0) totals[place] = -1
}

/** The file of a neighbour model. */
export function neighboursArtefact(
  header: Omit<ArtefactHeader, 'format' | 'kind'>,
  { itemIds, offsets, neighbours, scores }: ItemNeighbours,
): Artefact {
  return { ...header, format: 1, kind: 'item-neighbours', arrays: { itemIds, offsets, neighbours, scores } }
}

/** The neighbour model of a file; one whose arrays contradict each other is a fault. */
export function parseNeighbours(artefact: Artefact): ItemNeighbours {
  if (artefact.kind !== 'item-neighbours') throw new Error(`model artefact ${artefact.name}: no neighbours of items`)
  const model = {
    itemIds: integersOf(artefact, 'itemIds'),
    offsets: integersOf(artefact, 'offsets'),
    neighbours: integersOf(artefact, 'neighbours'),
    scores: floatsOf(artefact, 'scores'),
  }
  const contradiction = contradictionIn(model)
  if (contradiction) throw new Error(`model artefact ${artefact.name}: ${contradiction}`)
  return model
}

function contradictionIn({ itemIds, offsets, neighbours, scores }: ItemNeighbours): string | undefined {
  for (let i = 1; i < itemIds.length; i++)
    if ((itemIds[i] ?? 0) <= (itemIds[i - 1] ?? 0)) return 'itemIds do not ascend'
  if (offsets.length !== itemIds.length + 1 || offsets[0] !== 0) return 'offsets do not fit itemIds'
  for (let i = 1; i < offsets.length; i++) if ((offsets[i] ?? 0) < (offsets[i - 1] ?? 0)) return 'offsets descend'
  if (offsets[itemIds.length] !== neighbours.length || scores.length !== neighbours.length) {
    return 'offsets, neighbours and scores differ in length'
  }
  if (!neighbours.every((place) => place >= 0 && place < itemIds.length)) return 'a neighbour is no place of an item'
  return scores.every(Number.isFinite) ? undefined : 'a score is not finite'
}
