import type { Showing } from '@selvedge/core'

/** By whose choice a card stands where it does; absent on cards that nobody was chosen for. */
export type Choice = Pick<Showing, 'modelVersion' | 'source' | 'servedId' | 'propensity'>

/** What a card carries in the page so that a look or press on it is known by answer, model and source. */
export type CardMarks = {
  readonly 'data-served'?: string
  readonly 'data-model-version'?: string
  readonly 'data-source'?: string
  readonly 'data-propensity'?: string
}

export const cardMarks = ({ servedId, modelVersion, source, propensity }: Choice): CardMarks => ({
  ...(servedId ? { 'data-served': servedId } : {}),
  ...(modelVersion ? { 'data-model-version': modelVersion } : {}),
  ...(source ? { 'data-source': source } : {}),
  ...(propensity === undefined ? {} : { 'data-propensity': String(propensity) }),
})

/** The same from a card's `dataset`. */
export const readMarks = ({ served, modelVersion, source, propensity }: Readonly<DOMStringMap>): Choice => ({
  ...(modelVersion ? { modelVersion } : {}),
  ...(source ? { source } : {}),
  ...(served ? { servedId: served } : {}),
  ...(propensity ? { propensity: Number(propensity) } : {}),
})
