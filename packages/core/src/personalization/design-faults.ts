import type { ExperimentDesign } from './experiment'
import { namesModels, TRIED_KINDS, TRIED_MAX } from './tried-models'

/** The arm of a person who is kept out. */
export const HOLDOUT = 'holdout'

export type DesignFault = { readonly path: 'placements' | 'arms'; readonly message: string }

/** What would have an arm change nothing that anybody sees, in words for who wrote it. */
export function designFaults({ placements, arms }: ExperimentDesign): readonly DesignFault[] {
  const faults: DesignFault[] = []
  const say = (path: DesignFault['path'], message: string): void => void faults.push({ path, message })
  if (new Set(placements).size !== placements.length) say('placements', 'Every place is named once')
  if (filesIn(arms) > TRIED_MAX) {
    say('arms', `At most ${TRIED_MAX} models beside those that answer everybody, the ranking’s left out`)
  }
  const isOnListings = placements.includes('listing')
  for (const { slug, settings } of arms) {
    if (slug === HOLDOUT) say('arms', `“${HOLDOUT}” is the name of those who are kept out`)
    if (settings.kind === 'page' && (placements.length > 1 || placements[0] !== 'for-you')) {
      say('arms', `${slug}: another face can be tried on the front page alone`)
    }
    if (settings.kind !== 'mix') continue
    const { change, ranker, models } = settings
    const isRankedOtherwise = ranker !== undefined || models?.fit !== undefined
    const isOfPieces = Object.entries(change).some(([name, value]) => name !== 'blend' && value !== undefined)
    if (!isOfPieces && change.blend === undefined && ranker === undefined && !namesModels(models)) {
      say('arms', `${slug}: nothing is changed`)
    }
    if (change.blend !== undefined && !isOnListings) {
      say('arms', `${slug}: the weight of one’s own order is of the order of listings alone`)
    }
    if (isOnListings && change.blend === undefined && !isRankedOtherwise) {
      say('arms', `${slug}: an order of listings knows the weight of one’s own order, the ranking and fit alone`)
    }
    if (isOfPieces && placements.every((placement) => placement === 'listing')) {
      say('arms', `${slug}: sources and composition choose nothing in a listing`)
    }
  }
  return faults
}

/** How many different model files the arms name. */
function filesIn(arms: ExperimentDesign['arms']): number {
  const files = arms.flatMap(({ settings }) => {
    const models = settings.kind === 'mix' ? (settings.models ?? {}) : {}
    return TRIED_KINDS.flatMap((kind) => (models[kind] === undefined ? [] : [`${kind} ${models[kind]}`]))
  })
  return new Set(files).size
}
