import { expect, test } from 'vitest'
import { PAGE_RAILS, PAGES, pageDraftSchema, railsOf, shownRails } from './page-rails'

test('where nobody set a page, every rail of it stands in the house’s order', () => {
  for (const page of PAGES) expect(shownRails(page).map(({ rail }) => rail)).toEqual(PAGE_RAILS[page])
})

test('a page stands as it was set: in that order, under those titles, without what is switched off', () => {
  const kept = [
    { rail: 'similar', isShown: true, title: 'In the same vein' },
    { rail: 'together', isShown: false },
    { rail: 'recently-viewed', isShown: true },
  ]
  expect(shownRails('product', kept)).toEqual([
    { rail: 'similar', title: 'In the same vein' },
    { rail: 'recently-viewed' },
    { rail: 'complete-look' },
  ])
})

test('a rail that came later stands at the end, shown; one that is no more is left out', () => {
  const rails = railsOf('bag', [{ rail: 'gone-since', isShown: true }])
  expect(rails).toEqual([
    { rail: 'bag', isShown: true },
    { rail: 'recently-viewed', isShown: true },
  ])
})

test('a page is kept only whole: no rail twice, none missing, none of another page, no title for what has its own', () => {
  const isKept = (...rails: { rail: string; isShown: boolean; title?: string }[]) =>
    pageDraftSchema.safeParse({ page: 'bag', rails }).success
  const [bag, recent] = [
    { rail: 'bag', isShown: true },
    { rail: 'recently-viewed', isShown: false },
  ]
  expect(isKept(recent, { ...bag, title: 'Beside it' })).toBe(true)
  expect(isKept(bag)).toBe(false)
  expect(isKept(bag, bag)).toBe(false)
  expect(isKept(bag, { rail: 'poll', isShown: true })).toBe(false)
  expect(isKept({ ...bag, title: '  ' }, recent)).toBe(false)
  const home = PAGE_RAILS.home.map((rail) => ({ rail, isShown: true, ...(rail === 'poll' ? { title: 'Ask' } : {}) }))
  expect(pageDraftSchema.safeParse({ page: 'home', rails: home }).success).toBe(false)
})
