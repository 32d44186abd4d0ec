import type { Notice } from './notice'

/** An alert that has come about, with what its message says of the piece. */
export type AlertToTell = {
  readonly alertId: string
  readonly kind: 'stock' | 'price'
  readonly email: string
  readonly userId: string | undefined
  readonly slug: string
  readonly title: string
  readonly brand: string
  /** Labels, and the colour's value for the link, of a stock alert. */
  readonly size: string | undefined
  readonly colour: { readonly value: string; readonly label: string } | undefined
  /** The lowest price now, in minor units. */
  readonly priceMinor: number
  readonly currency: string
}

/** What whoever asked is told. The alert is the key: it was asked for one message and is told once. */
export const noticeOfAlert = (alert: AlertToTell, correlationId: string): Notice => {
  const { alertId, email: to, userId, slug, colour } = alert
  return {
    dedupeKey: `alert:${alertId}`,
    to,
    ...(userId === undefined ? {} : { userId }),
    ...wordsOf(alert),
    link: colour === undefined ? `/p/${slug}` : `/p/${slug}?colour=${encodeURIComponent(colour.value)}`,
    correlationId,
  }
}

const wordsOf = (alert: AlertToTell): Pick<Notice, 'kind' | 'subject' | 'body'> => {
  const { kind, title, brand, size, colour, priceMinor, currency } = alert
  if (kind === 'price')
    return {
      kind: 'price-drop',
      subject: `It costs less: ${title}`,
      body: `The ${title} by ${brand} costs ${inFigures(priceMinor)} ${currency} now, less than when you asked.`,
    }
  const which = [size === undefined ? '' : ` in ${size}`, colour === undefined ? '' : `, ${colour.label}`].join('')
  return {
    kind: 'back-in-stock',
    subject: `It is back: ${title}`,
    body: `The ${title} by ${brand} can be bought again${which}. It is not held for you: who comes first has it.`,
  }
}

/** Two digits after the point, as every currency has that the shop sells in. */
const inFigures = (amountMinor: number): string => {
  const digits = String(amountMinor).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
