const formatters = new Map<string, { format: Intl.NumberFormat; digits: number }>()

const formatterFor = (currency: string, locale: string) => {
  const key = `${locale} ${currency}`
  const known = formatters.get(key)
  if (known) return known
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  const made = { format, digits: format.resolvedOptions().maximumFractionDigits ?? 2 }
  formatters.set(key, made)
  return made
}

/**
 * Formats integer minor units as money. The decimal string is built from digits, never by dividing, so no amount is rounded.
 * `locale` is fixed rather than the browser's: server and browser must print the same text.
 */
export const formatMoney = (amountMinor: number, currency: string, locale = 'en-GB'): string => {
  const { format, digits } = formatterFor(currency, locale)
  const figures = String(Math.abs(amountMinor)).padStart(digits + 1, '0')
  const whole = figures.slice(0, figures.length - digits)
  const decimal = digits === 0 ? whole : `${whole}.${figures.slice(-digits)}`
  return format.format(`${amountMinor < 0 ? '-' : ''}${decimal}` as `${number}`)
}
