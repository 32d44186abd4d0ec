import { type Artefact, checksumOf, serialiseArtefact } from '@selvedge/recs'

/** Names under which the shop's own models are published. */
export const SHOP_MODELS = {
  neighbours: 'neighbours',
  factors: 'factors',
  sessions: 'sessions',
  ranker: 'ranker',
  fit: 'fit',
} as const

export type TrainedModel = {
  readonly name: string
  readonly version: string
  readonly isNew: boolean
  readonly ms: number
}

/** The version is the end of the data and what the file says: the same data trained twice is the same version. */
export function versioned(artefact: Artefact): Artefact {
  const checksum = checksumOf(serialiseArtefact(artefact))
  return { ...artefact, version: `${artefact.window.to ?? 'empty'}-${checksum.slice(0, 8)}` }
}
