import type { FeedAnswer, FeedItem } from '@selvedge/core'

/** A chosen piece and the answer it came with: on an open page pieces of several answers stand side by side. */
export type ServedItem = FeedItem & { readonly servedId: string; readonly modelVersion: string }

export const servedItems = ({ items, servedId, modelVersion }: FeedAnswer): readonly ServedItem[] =>
  items.map((item) => ({ ...item, servedId, modelVersion }))
