import type { ExperimentDesign } from './experiment'

/** The arm of a person who is kept out. */
export const HOLDOUT = 'holdout'

export type DesignFault = { readonly path: 'placements' | 'arms'; readonly message: string }

/** What would have an arm change nothing that anybody sees, in words for who wrote it. */
export function designFaults({ placements, arms }: ExperimentDesign): readonly DesignFault[] {
  const faults: DesignFault[] = []
  const say = (path: DesignFault['path'], message: string): void => void faults.push({ path, message })
  if (new Set(placements).size !== placements.length) say('placements', 'Every place is named once')
  const isOnListings = placements.includes('listing')
  for (const { slug, settings } of arms) {
    if (slug === HOLDOUT) say('arms', `“${HOLDOUT}” is the name of those who are kept out`)
    if (settings.kind === 'page' && (placements.length > 1 || placements[0] !== 'for-you')) {
      say('arms', `${slug}: another face can be tried on the front page alone`)
    }
    if (settings.kind !== 'mix') continue
    const { change, ranker } = settings
    const isOfPieces = Object.entries(change).some(([name, value]) => name !== 'blend' && value !== undefined)
    if (!isOfPieces && change.blend === undefined && ranker === undefined) say('arms', `${slug}: nothing is changed`)
    if (change.blend !== undefined && !isOnListings) {
      say('arms', `${slug}: the weight of one’s own order is of the order of listings alone`)
    }
    if (isOnListings && change.blend === undefined && ranker === undefined) {
      say('arms', `${slug}: an order of listings knows the weight of one’s own order and the ranking alone`)
    }
    if (isOfPieces && placements.every((placement) => placement === 'listing')) {
      say('arms', `${slug}: sources and composition choose nothing in a listing`)
    }
  }
  return faults
}
