import { type Artefact, type ArtefactHeader, floatsOf, integersOf } from '../artefact/artefact'
import { innerProduct } from '../serve/inner-product'
import { foldIn, gramOfRows } from './ials-solve'
import type { UserScorer } from './user-scorer'

/** Vectors of items as they are served: a shopper's own vector is folded in from what they took. */
export type ItemFactors = {
  readonly itemIds: Int32Array
  readonly dimensions: number
  /** Row-major, in the order of `itemIds`. */
  readonly vectors: Float32Array
  /** α₀ and λ of the training, which folding in repeats. */
  readonly unobserved: number
  readonly ridge: number
}

/** The file of item factors; an outside trainer's says its own α₀ and λ. */
export function factorsArtefact(header: Omit<ArtefactHeader, 'format' | 'kind'>, factors: ItemFactors): Artefact {
  const { itemIds, vectors, dimensions, unobserved, ridge } = factors
  const facts = { ...header.facts, dimensions, unobserved, ridge }
  return { ...header, format: 1, kind: 'factors', facts, arrays: { itemIds, vectors } }
}

export function parseFactors(artefact: Artefact): ItemFactors {
  const { name, facts } = artefact
  const { dimensions, unobserved, ridge } = facts
  if (artefact.kind !== 'factors' || typeof dimensions !== 'number') {
    throw new Error(`model artefact ${name}: no factors of items`)
  }
  const itemIds = integersOf(artefact, 'itemIds')
  const vectors = floatsOf(artefact, 'vectors')
  if (vectors.length !== itemIds.length * dimensions)
    throw new Error(`model artefact ${name}: vectors do not fit itemIds`)
  if (!vectors.every(Number.isFinite)) throw new Error(`model artefact ${name}: a vector is not finite`)
  return {
    itemIds,
    dimensions,
    vectors,
    unobserved: typeof unobserved === 'number' ? unobserved : 0.1,
    ridge: typeof ridge === 'number' ? ridge : 0.01,
  }
}

/** Answers the vector of a shopper who took the items at these places, solved to the end. */
export type FoldIn = (places: Int32Array) => Float32Array

/** Folds shoppers in. Making it multiplies all vectors with each other: once for a model, whatever it is laid over. */
export function createFoldIn({ vectors, dimensions, unobserved, ridge, itemIds }: ItemFactors): FoldIn {
  const solve = foldIn(vectors, gramOfRows(vectors, dimensions), {
    dimensions,
    steps: Math.min(dimensions, 16),
    ridge: { ridge, exponent: 1, unobserved, others: itemIds.length },
  })
  return (places) => {
    const vector = new Float32Array(dimensions)
    solve(places, vector)
    return vector
  }
}

/** Scores as they are served: who the training did not know is folded in from what they took. Places are columns of the training. */
export const foldedScorer = (factors: ItemFactors): UserScorer => {
  const { vectors, dimensions } = factors
  const vectorOf = createFoldIn(factors)
  return {
    score(items, _user, into) {
      const vector = vectorOf(items)
      for (let item = 0; item < into.length; item++) {
        into[item] = innerProduct(vectors, item * dimensions, vector, 0, dimensions)
      }
    },
  }
}
