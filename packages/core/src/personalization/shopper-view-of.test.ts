import { expect, test } from 'vitest'
import { applySignal } from './apply-signal'
import { mergeProfiles } from './merge-profiles'
import type { RecordedSignal } from './recorded-signal'
import { tellsOfTaste } from './shopper-view'
import { shopperViewOf } from './shopper-view-of'
import type { Signal } from './signals'
import { DAY_MS, NOON, PIECES, recorded, stranger } from './testing/pieces'

const MINUTE_MS = 60_000
const piece = { productId: 1, sku: 'MAR-1-M' }
const add: Signal = { kind: 'add', ...piece, size: 'M', colour: 'ink' }
const remove: Signal = { kind: 'remove', ...piece }
const purchase: Signal = { kind: 'purchase', ...piece, size: 'M', colour: 'ink', quantity: 1, unitPriceMinor: 12_000 }

/** How the piece is of interest after these, in this order a minute apart. */
const kindAfter = (signals: readonly Signal[], laterMs = 0) => {
  const told = signals.map((signal, nth) => recorded(signal, NOON + nth * MINUTE_MS))
  return viewOf(told, NOON + signals.length * MINUTE_MS + laterMs).recent.find(({ productId }) => productId === 1)?.kind
}
const viewOf = (signals: readonly RecordedSignal[], nowMs: number) =>
  shopperViewOf(
    signals.reduce((profile, signal) => applySignal(profile, signal, PIECES.get(1)), stranger()),
    nowMs,
  )

test('a piece is named by what is true of it now', () => {
  expect(kindAfter([{ kind: 'view', productId: 1 }])).toBe('viewed')
  expect(kindAfter([{ kind: 'view', productId: 1 }, add])).toBe('in-bag')
  expect(kindAfter([add, remove])).toBe('viewed')
  expect(kindAfter([add, remove, add])).toBe('in-bag')
  expect(kindAfter([add, purchase])).toBe('bought')
  expect(kindAfter([add, purchase, add])).toBe('in-bag')
  expect(kindAfter([add, { kind: 'save', productId: 1 }])).toBe('in-bag')
  expect(kindAfter([add, remove, { kind: 'save', productId: 1 }])).toBe('saved')
})

test('nobody is told of a bag that was left a week ago', () => {
  expect(kindAfter([add], 8 * DAY_MS)).toBe('viewed')
})

test('what left the bag is known whatever comes first', () => {
  const [added, removed] = [recorded(add, NOON), recorded(remove, NOON + 1)]
  for (const signals of [
    [added, removed],
    [removed, added],
  ]) {
    expect(viewOf(signals, NOON + MINUTE_MS).recent[0]?.kind).toBe('viewed')
  }
})

test('what somebody was merely shown is no taste', () => {
  const shown: Signal = { kind: 'impression', productId: 1, showing: { placement: 'home-for-you', position: 0 } }
  expect(tellsOfTaste(viewOf([recorded(shown)], NOON))).toBe(false)
  expect(tellsOfTaste(viewOf([recorded({ kind: 'quiz', productId: 1, answer: 'yes' })], NOON))).toBe(true)
})

test('what was saved or waited for is a wish since then, until it is taken off the list or waved away', () => {
  const wishes = (...signals: readonly Signal[]) =>
    viewOf(
      signals.map((signal, nth) => recorded(signal, NOON + nth)),
      NOON + MINUTE_MS,
    ).wished
  const save: Signal = { kind: 'save', productId: 1 }
  const notify: Signal = { kind: 'notify', ...piece }
  expect(wishes(save)).toEqual([{ productId: 1, atMs: NOON }])
  expect(wishes(save, notify)).toEqual([{ ...piece, atMs: NOON + 1 }])
  expect(wishes(save, { kind: 'unsave', productId: 1 })).toEqual([])
  expect(wishes(save, { kind: 'dislike', productId: 1 })).toEqual([])
})

test('what a guest waited for is the account’s after signing in', () => {
  const guest = applySignal(stranger(), recorded({ kind: 'notify', ...piece }), PIECES.get(1))
  expect(mergeProfiles(guest, { ...stranger(), person: 'u:maren' }).awaited).toEqual([{ ...piece, atMs: NOON }])
  expect(mergeProfiles(stranger(), { ...stranger(), person: 'u:maren' })).not.toHaveProperty('awaited')
})

test('a search is part of the visit it was made in, and fades with it', () => {
  const searched = recorded({ kind: 'search', query: ' Linen Shirts ', results: 12 })
  expect(viewOf([searched], NOON).sought).toEqual([{ text: 'linen shirts', weight: 1 }])
  expect(viewOf([searched], NOON + 20 * MINUTE_MS).sought).toEqual([{ text: 'linen shirts', weight: 0.5 }])
  expect(viewOf([searched], NOON + 3 * 60 * MINUTE_MS).sought).toEqual([])
  expect(tellsOfTaste(viewOf([searched], NOON))).toBe(true)
})
