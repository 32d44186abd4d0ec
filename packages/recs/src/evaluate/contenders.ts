import type { Interactions } from '../interactions/interactions'
import { easeScorer, trainEase } from '../models/ease'
import { graphFilter } from '../models/graph-filter'
import { factorScorer, trainIals } from '../models/ials'
import { neighbourScorer } from '../models/neighbour-scorer'
import { popularityScorer } from '../models/popularity'
import { trainRp3Beta } from '../models/rp3beta'
import { type SpectralBand, spectralScorer, trainSpectral } from '../models/spectral'
import type { UserScorer } from '../models/user-scorer'

/** A model with its parameters, ready to be trained: what validation chooses among. */
export type Contender = {
  readonly model: string
  readonly parameters: Readonly<Record<string, number>>
  train(data: Interactions): UserScorer
}

// Above it the dense inverse of EASE takes minutes and gigabytes.
const EASE_ITEMS_MAX = 4_000
// Factors and spectra are searched over on small data; on large data one or two stand for them.
const SEARCH_INTERACTIONS_MAX = 200_000

/** The contenders for data of this size; `only` names the models to look at. */
export function contendersFor(data: Interactions, only?: readonly string[]): readonly Contender[] {
  const isSmall = data.items.length <= SEARCH_INTERACTIONS_MAX
  const all = [
    popularity(),
    ...[0.3, 0.6].map((beta) => rp3beta({ alpha: 1, beta, neighbours: 300 })),
    ...(isSmall ? FILTERS_SMALL : FILTERS_LARGE).map(filter),
    ...(isSmall ? SPECTRA_SMALL : SPECTRA_LARGE).map(spectral),
    ...(isSmall ? FACTORS_SMALL : FACTORS_LARGE).map(ials),
    ...(data.itemCount <= EASE_ITEMS_MAX ? [50, 100, 200, 400].map((ridge) => ease({ ridge })) : []),
  ]
  return only ? all.filter(({ model }) => only.includes(model)) : all
}

const popularity = (): Contender => ({ model: 'popularity', parameters: {}, train: popularityScorer })

const rp3beta = (parameters: { alpha: number; beta: number; neighbours: number }): Contender => ({
  model: 'rp3beta',
  parameters,
  train: (data) =>
    neighbourScorer(
      trainRp3Beta(
        data,
        Int32Array.from({ length: data.itemCount }, (_, place) => place),
        parameters,
      ),
    ),
})

type Filter = { readonly source: number; readonly user: number; readonly target: number }
const FILTERS_LARGE: readonly Filter[] = [0.5, 0.6, 0.7].flatMap((source) =>
  [0.5, 0.6].flatMap((user) => [0.3, 0.35].map((target) => ({ source, user, target }))),
)
const FILTERS_SMALL: readonly Filter[] = [0.3, 0.5, 0.8].flatMap((source) =>
  [0, 0.5, 0.8].flatMap((user) => [0.2, 0.4, 0.6].map((target) => ({ source, user, target }))),
)
const filter = (parameters: Filter): Contender => ({
  model: 'graph-filter',
  parameters,
  train: (data) => graphFilter(data, parameters),
})

type Spectral = Filter & { readonly dimensions: number; readonly share: number; readonly rescored?: number }
// The exponents of GF-CF (½, 1, ½) and those that do best without a band, each with a weak and a strong band.
const SPECTRA_LARGE: readonly Spectral[] = [
  { source: 0.5, user: 1, target: 0.5 },
  { source: 0.5, user: 0.5, target: 0.35 },
].flatMap((exponents) => [0.25, 0.5].map((share) => ({ ...exponents, dimensions: 128, share, rescored: 2_000 })))
const SPECTRA_SMALL: readonly Spectral[] = [16, 32, 64].flatMap((dimensions) =>
  [0.1, 0.3, 1].map((share) => ({ source: 0.5, user: 0.5, target: 0.5, dimensions, share })),
)
const spectral = (parameters: Spectral): Contender => ({
  model: 'spectral',
  parameters,
  train: (data) => spectralScorer(graphFilter(data, parameters), bandOf(data, parameters.dimensions), parameters),
})

// One band serves every contender that differs only in exponents or share, as long as its data is in use.
const bands = new WeakMap<Interactions, Map<number, SpectralBand>>()
function bandOf(data: Interactions, dimensions: number): SpectralBand {
  const ofData = bands.get(data) ?? new Map<number, SpectralBand>()
  const band = ofData.get(dimensions) ?? trainSpectral(data, { dimensions })
  bands.set(data, ofData.set(dimensions, band))
  return band
}

type Ials = {
  readonly dimensions: number
  readonly unobserved: number
  readonly ridge: number
  readonly epochs: number
}
const FACTORS_LARGE: readonly Ials[] = [{ dimensions: 64, unobserved: 0.01, ridge: 0.01, epochs: 6 }]
const FACTORS_SMALL: readonly Ials[] = [16, 32, 64].flatMap((dimensions) =>
  [0.1, 0.3].flatMap((unobserved) =>
    [0.003, 0.01, 0.03].map((ridge) => ({ dimensions, unobserved, ridge, epochs: 12 })),
  ),
)
const ials = (parameters: Ials): Contender => ({
  model: 'ials',
  parameters,
  train: (data) => factorScorer(trainIals(data, parameters)),
})

const ease = (parameters: { ridge: number }): Contender => ({
  model: 'ease',
  parameters,
  train: (data) => easeScorer(trainEase(data, parameters)),
})
