import type { FeedFigure } from '@selvedge/core'

/** What a placement's model showed in all, and of each source where there are several. */
export type SummedFigures = { readonly all: FeedFigure; readonly sources: readonly FeedFigure[] }

/** Rows of one placement and model together, the most shown first. */
export function figuresBySource(figures: readonly FeedFigure[]): readonly SummedFigures[] {
  const groups = new Map<string, FeedFigure[]>()
  for (const figure of figures) {
    const key = `${figure.placement} ${figure.modelVersion}`
    groups.set(key, [...(groups.get(key) ?? []), figure])
  }
  return [...groups.values()]
    .flatMap((rows) => {
      const [first, ...others] = rows
      if (first === undefined) return []
      return [{ all: others.reduce(sum, first), sources: others.length === 0 ? [] : [...rows].sort(mostShown) }]
    })
    .sort((a, b) => mostShown(a.all, b.all))
}

const mostShown = (a: FeedFigure, b: FeedFigure): number => b.impressions - a.impressions

const sum = (a: FeedFigure, b: FeedFigure): FeedFigure => ({
  ...a,
  impressions: a.impressions + b.impressions,
  clicks: a.clicks + b.clicks,
  adds: a.adds + b.adds,
  orders: a.orders + b.orders,
  returns: a.returns + b.returns,
})
