import type { FeedAnswer, FeedItem } from '@selvedge/core'

/** A chosen piece and the answer it came with: on an open page pieces of several answers stand side by side. */
export type ServedItem = FeedItem & {
  readonly servedId: string
  readonly modelVersion: string
  /** What it was chosen for is so no more; it stands where it stood, and says nothing of it. */
  readonly isReasonPast?: boolean
}

export const servedItems = ({ items, servedId, modelVersion }: FeedAnswer): readonly ServedItem[] =>
  items.map((item) => ({ ...item, servedId, modelVersion }))
