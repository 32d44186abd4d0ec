import type { GeneratedProduct } from './product'
import type { Random } from './random'

/** What happened to a product's stock; `fullness` scales what is left of it. */
export type StockStory = {
  readonly kind: 'healthy' | 'running-low' | 'broken-sizes' | 'colour-gone' | 'awaited' | 'sold-out'
  readonly fullness: number
}

const HEALTHY: StockStory = { kind: 'healthy', fullness: 1 }

const STORIES: ReadonlyArray<readonly [weight: number, story: StockStory]> = [
  [66, HEALTHY],
  [14, { kind: 'running-low', fullness: 0.2 }],
  [8, { kind: 'broken-sizes', fullness: 0.8 }],
  [6, { kind: 'colour-gone', fullness: 0.9 }],
  [4, { kind: 'awaited', fullness: 0.06 }],
  [2, { kind: 'sold-out', fullness: 0 }],
]

/** Draws a product's story. The twenty best sellers are always in stock: a shop that runs out of those is no shop. */
export function storyOf({ rank, colours }: GeneratedProduct, random: Random): StockStory {
  const [, story] = random.weighted(STORIES, ([weight]) => weight)
  if (rank <= 20) return HEALTHY
  return story.kind === 'colour-gone' && colours.length < 2 ? HEALTHY : story
}
