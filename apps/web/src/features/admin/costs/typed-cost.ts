const MONEY = /^(\d{1,7})(?:[.,](\d{1,2}))?$/

/** Minor units of what was typed, digit by digit; null for nothing, undefined for what is no amount. */
export function typedCost(text: string): number | null | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const [, whole, cents = ''] = MONEY.exec(trimmed) ?? []
  return whole === undefined ? undefined : Number(whole) * 100 + Number(cents.padEnd(2, '0'))
}

/** An amount as it is typed. */
export const costText = (minor: number | undefined): string =>
  minor === undefined ? '' : `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`
