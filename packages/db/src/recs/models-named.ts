import { type Experiment, TRIED_KINDS } from '@selvedge/core'
import { SHOP_MODELS } from './shop-models'

type Settings = Experiment['design']['arms'][number]['settings']
export type NamedModel = { readonly name: string; readonly version: string }

/** Every stored model that an arm asks for by its version. */
export function modelsNamed(settings: Settings): readonly NamedModel[] {
  if (settings.kind !== 'mix') return []
  const { ranker, models = {} } = settings
  return [
    ...(ranker === undefined ? [] : [{ name: SHOP_MODELS.ranker, version: ranker }]),
    ...TRIED_KINDS.flatMap((kind) => {
      const version = models[kind]
      return version === undefined ? [] : [{ name: SHOP_MODELS[kind], version }]
    }),
  ]
}

/** The same of all experiments that run. */
export const modelsTried = (experiments: readonly Experiment[]): readonly NamedModel[] =>
  experiments.flatMap(({ state, design }) =>
    state === 'running' ? design.arms.flatMap(({ settings }) => modelsNamed(settings)) : [],
  )
