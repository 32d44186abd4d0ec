import { z } from 'zod'

/** What stands on a page below its head, in the house's order; a name is never given another meaning. */
export const PAGE_RAILS = {
  home: [
    'for-you',
    'just-arrived',
    'second-collection',
    'home-together',
    'poll',
    'all-collections',
    'third-collection',
    'most-bought',
    'recently-viewed',
  ],
  product: ['together', 'complete-look', 'similar', 'recently-viewed'],
  bag: ['bag', 'recently-viewed'],
} as const
export type Page = keyof typeof PAGE_RAILS
export type RailName = (typeof PAGE_RAILS)[Page][number]
export const PAGES = ['home', 'product', 'bag'] as const satisfies readonly Page[]
export const pageSchema = z.enum(PAGES)

/** What says its own words: collections by their title, questions by what they ask. */
const UNTITLED: ReadonlySet<string> = new Set<RailName>(['second-collection', 'third-collection', 'poll'])
/** Whether a rail may be called otherwise. */
export const isTitled = (rail: string): boolean => !UNTITLED.has(rail)

export const railSettingSchema = z.strictObject({
  rail: z.string().min(1).max(40),
  isShown: z.boolean(),
  /** What it is called instead of the house's words. */
  title: z.string().trim().min(1).max(60).optional(),
})
export type RailSetting = z.infer<typeof railSettingSchema>

export const pageRailsSchema = z.array(railSettingSchema).max(20)

/** A page as somebody wants it: each of its rails named once, in the order they are to stand in. */
export const pageDraftSchema = z
  .strictObject({ page: pageSchema, rails: pageRailsSchema })
  .refine(
    ({ page, rails }) => {
      const own: readonly string[] = PAGE_RAILS[page]
      return rails.length === own.length && own.every((name) => rails.some(({ rail }) => rail === name))
    },
    { path: ['rails'], message: 'Every rail of the page is named once' },
  )
  .refine(({ rails }) => rails.every(({ rail, title }) => title === undefined || isTitled(rail)), {
    path: ['rails'],
    message: 'A collection and a question are called what they say themselves',
  })

/**
 * The rails of a page in their order. A rail that came into the house after somebody set the page stands at its end,
 * shown; one that is no more is left out.
 */
export function railsOf(page: Page, kept: readonly RailSetting[] = []): readonly RailSetting[] {
  const own: readonly string[] = PAGE_RAILS[page]
  const known = kept.filter(({ rail }) => own.includes(rail))
  const named = new Set(known.map(({ rail }) => rail))
  return [...known, ...own.filter((rail) => !named.has(rail)).map((rail) => ({ rail, isShown: true }))]
}

export const shownRailSchema = z.object({ rail: z.string(), title: z.string().optional() })
/** A rail that is to be shown, with the title it was given. */
export type ShownRail = z.infer<typeof shownRailSchema>

/** What shoppers are shown of a page. */
export const shownRails = (page: Page, kept?: readonly RailSetting[]): readonly ShownRail[] =>
  railsOf(page, kept).flatMap(({ rail, isShown, title }) =>
    isShown ? [{ rail, ...(title === undefined ? {} : { title }) }] : [],
  )
