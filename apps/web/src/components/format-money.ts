/** A currency as British English writes it: the sign before the figures, the digits after the point. */
type Face = { readonly sign: string; readonly digits: number }

/**
 * What the shop sells in. Asking `Intl` for the first currency of a page keeps a phone from answering for a tenth of a
 * second, so its answers for these stand here; any other currency is asked for.
 */
const KNOWN: ReadonlyMap<string, Face> = new Map([
  ['EUR', { sign: '€', digits: 2 }],
  ['GBP', { sign: '£', digits: 2 }],
  ['USD', { sign: 'US$', digits: 2 }],
])

const asked = new Map<string, Intl.NumberFormat>()

/**
 * Formats integer minor units as money. The decimal string is built from digits, never by dividing, so no amount is rounded.
 * The language is fixed rather than the browser's: server and browser must print the same text.
 */
export const formatMoney = (amountMinor: number, currency: string): string => {
  const known = KNOWN.get(currency)
  const minus = amountMinor < 0 ? '-' : ''
  if (known) {
    const { whole, cents } = splitAmount(amountMinor, known.digits)
    return `${minus}${known.sign}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${cents}`
  }
  const format = formatterFor(currency)
  const { whole, cents } = splitAmount(amountMinor, format.resolvedOptions().maximumFractionDigits ?? 2)
  return format.format(`${minus}${whole}${cents === '' ? '' : `.${cents}`}` as `${number}`)
}

const splitAmount = (amountMinor: number, digits: number): { whole: string; cents: string } => {
  const figures = String(Math.abs(amountMinor)).padStart(digits + 1, '0')
  const point = figures.length - digits
  return { whole: figures.slice(0, point), cents: figures.slice(point) }
}

const formatterFor = (currency: string): Intl.NumberFormat => {
  const known = asked.get(currency)
  if (known) return known
  const made = new Intl.NumberFormat('en-GB', { style: 'currency', currency })
  asked.set(currency, made)
  return made
}
