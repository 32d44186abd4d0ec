import { type Artefact, type ArtefactHeader, doublesOf } from '../artefact/artefact'
import { FIT_FEATURES } from './fit-features'
import type { FitModel } from './fit-model'
import type { Counts } from './outcome-counts'

/** The file of a fit model. Counts of a key are four doubles: small, fit, large, sum of deviations. */
export function fitArtefact(header: Omit<ArtefactHeader, 'format' | 'kind'>, model: FitModel): Artefact {
  const { bodySize, counts, unit, step, softmax } = model
  return {
    ...header,
    format: 1,
    kind: 'fit',
    facts: {
      ...header.facts,
      mean: unit.mean,
      spread: unit.spread,
      step,
      features: FIT_FEATURES.join('|'),
      shapes: bodySize.shapes.join('|'),
    },
    arrays: {
      bodyMeans: bodySize.means,
      bodyWeights: bodySize.weights,
      softmax: softmax.weights,
      all: counts.all,
      categoryKeys: keysOf(counts.categories),
      categoryCounts: valuesOf(counts.categories),
      itemKeys: keysOf(counts.items),
      itemCounts: valuesOf(counts.items),
      itemSizeKeys: keysOf(counts.itemSizes),
      itemSizeCounts: valuesOf(counts.itemSizes),
    },
  }
}

/** The fit model of a file; one trained on other features than this code computes is a fault. */
export function parseFit(artefact: Artefact): FitModel {
  const { facts, name } = artefact
  const { mean, spread, step, features, shapes } = facts
  if (artefact.kind !== 'fit' || typeof mean !== 'number' || typeof spread !== 'number' || typeof step !== 'number') {
    throw new Error(`model artefact ${name}: no fit model`)
  }
  if (features !== FIT_FEATURES.join('|')) throw new Error(`model artefact ${name}: trained on other features`)
  const doubles = (array: string) => doublesOf(artefact, array)
  const counts = (what: string) => countsOf(doubles(`${what}Keys`), doubles(`${what}Counts`), name)
  return {
    bodySize: {
      means: doubles('bodyMeans'),
      weights: doubles('bodyWeights'),
      shapes: typeof shapes === 'string' && shapes !== '' ? shapes.split('|') : [],
    },
    unit: { mean, spread },
    step,
    softmax: { classes: 3, features: FIT_FEATURES.length, weights: doubles('softmax') },
    counts: {
      all: doubles('all'),
      categories: counts('category'),
      items: counts('item'),
      itemSizes: counts('itemSize'),
    },
  }
}

const sorted = (counts: Counts) => [...counts].sort(([a], [b]) => a - b)

const keysOf = (counts: Counts): Float64Array => Float64Array.from(sorted(counts), ([key]) => key)

const valuesOf = (counts: Counts): Float64Array =>
  Float64Array.from(sorted(counts).flatMap(([, { counts: own, deviation }]) => [...own, deviation]))

function countsOf(keys: Float64Array, values: Float64Array, name: string): Counts {
  if (values.length !== 4 * keys.length) throw new Error(`model artefact ${name}: counts do not fit their keys`)
  const counts: Counts = new Map()
  for (const [place, key] of keys.entries()) {
    const own = values.subarray(4 * place, 4 * place + 3)
    counts.set(key, { counts: own, deviation: values[4 * place + 3] ?? 0 })
  }
  return counts
}
