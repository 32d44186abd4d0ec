import { emptyProfile, type Profile } from '../profile'
import type { RecordedSignal } from '../recorded-signal'
import type { SignalFacts } from '../signal-facts'
import type { Signal } from '../signals'

export const NOON = Date.UTC(2026, 10, 25, 12)
export const DAY_MS = 86_400_000
export const PERSON = 'v:visitor-1'

export const LINEN_SHIRT: SignalFacts = {
  productId: 1,
  department: 'men',
  category: 'tops',
  style: 'shirt',
  brand: 'marlow',
  material: 'linen',
  price: '2',
  colours: { ink: 'black', chalk: 'white' },
}

export const WOOL_COAT: SignalFacts = {
  productId: 2,
  department: 'men',
  category: 'outerwear',
  style: 'coat',
  brand: 'arden',
  material: 'wool',
  price: '4',
  colours: { navy: 'navy' },
}

export const PIECES: ReadonlyMap<number, SignalFacts> = new Map([
  [1, LINEN_SHIRT],
  [2, WOOL_COAT],
])

let made = 0

/** A signal as recorded, at a moment, under an id of its own. */
export const recorded = (signal: Signal, occurredAtMs = NOON): RecordedSignal => {
  made += 1
  const eventId = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
  return { eventId, person: PERSON, sequence: made, occurredAtMs, receivedAtMs: occurredAtMs, signal }
}

export const stranger = (): Profile => emptyProfile(PERSON, NOON)
