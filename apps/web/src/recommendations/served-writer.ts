import {
  isImpersonal,
  type PersonKey,
  personKeySchema,
  type ServedAnswer,
  type ServedLog,
  type ServedRow,
} from '@selvedge/core'
import type { Standing } from '@selvedge/infra'
import { type BatchWriter, createBatchWriter } from './batch-writer'

export type ServedWriterDeps = {
  readonly served: Pick<ServedLog, 'append'>
  readonly standingOf: (people: readonly PersonKey[]) => Promise<ReadonlyMap<PersonKey, Standing>>
  readonly onFault: (fault: unknown) => void
}

/**
 * Writes what was served beside the requests. An answer that waits here while its guest signs in is written as the
 * user's; one of somebody who has their history erased meanwhile is not written.
 */
export function createServedWriter({ served, standingOf, onFault }: ServedWriterDeps): BatchWriter<ServedAnswer> {
  const write = async (answers: readonly ServedAnswer[]): Promise<void> => {
    const people = answers.flatMap(({ person }) => (person === undefined ? [] : personKeySchema.parse(person)))
    const standing = await standingOf(people).catch((fault: unknown) => {
      // Nobody signs in or is forgotten while these cannot be read: the names still hold.
      onFault(fault)
      return new Map<string, Standing>()
    })
    const names: ReadonlyMap<string, Standing> = standing
    await served.append(
      answers.flatMap((answer) => {
        const known = answer.person === undefined ? undefined : names.get(answer.person)
        if (known === undefined) return [rowOf(answer)]
        return answer.servedAtMs <= known.erasedUntilMs ? [] : [rowOf({ ...answer, person: known.person })]
      }),
    )
  }
  return createBatchWriter<ServedAnswer>({ write, onFault })
}

const rowOf = ({ servedId, servedAtMs, person, ask, landing, seed, chosen, ...armed }: ServedAnswer): ServedRow => ({
  servedId,
  servedAt: new Date(servedAtMs),
  ...(person === undefined ? {} : { person }),
  placement: ask.placement,
  ...(ask.anchorId === undefined ? {} : { anchorId: ask.anchorId }),
  ...(ask.country === undefined ? {} : { country: ask.country }),
  ...(landing === undefined ? {} : { landing }),
  seed,
  length: ask.length,
  ...(ask.present === undefined || ask.present.length === 0 ? {} : { present: [...ask.present] }),
  ...armsToKeep(armed),
  products: chosen.products.map(({ productId, source, score, reason, propensity, features }) => ({
    productId,
    source,
    score,
    reason: reason.code,
    ...(propensity === undefined ? {} : { propensity }),
    ...(features === undefined ? {} : { features: [...features] }),
  })),
  versions: { ...chosen.versions },
})

/** The arms by name, and what they did: an experiment may be changed or gone when the answer is looked at. */
function armsToKeep({
  experiments,
  plan,
  rankerVersion,
  modelVersions,
}: Pick<ServedAnswer, 'experiments' | 'plan' | 'rankerVersion' | 'modelVersions'>): Pick<
  ServedRow,
  'experiments' | 'isImpersonal' | 'plan' | 'rankerVersion' | 'modelVersions'
> {
  if (experiments.length === 0) return {}
  return {
    experiments: experiments.map(({ experiment, arm }) => ({ experiment, arm })),
    ...(isImpersonal(experiments) ? { isImpersonal: true } : {}),
    ...(plan === undefined ? {} : { plan }),
    ...(rankerVersion === undefined ? {} : { rankerVersion }),
    ...(modelVersions === undefined ? {} : { modelVersions }),
  }
}
