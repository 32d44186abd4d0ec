import { attributeValueLabel, CATEGORY_LABELS, type FeedItem, GARMENTS, isGarmentId, type Reason } from '@selvedge/core'

/** What the shopper is told about why a piece is shown; every sentence states a fact the engine chose by. */
export const reasonWords = (reason: Reason): string => {
  switch (reason.code) {
    case 'BOUGHT_WITH':
      return `Bought with the ${reason.product.title}${did(reason.interest)}`
    case 'LIKED_WITH':
      return `Taken by people who took the ${reason.product.title}${did(reason.interest)}`
    case 'VISITS_LIKE_THIS':
      return `Others went on to this from the ${reason.product.title}`
    case 'TASTE_OF_MANY':
      return 'Liked by shoppers who like what you do'
    case 'LIKE_THE':
      return `Close to the ${reason.product.title}${did(reason.interest)}`
    case 'ALIKE':
      return 'Close to what you looked at'
    case 'GOES_WITH':
      return `Goes with the ${reason.product.title}`
    case 'BECAUSE_YOU_LIKE':
      return `Because you ${reason.when === 'now' ? 'are looking at' : 'like'} ${liking(reason.facet, reason.value)}`
    case 'MOST_BOUGHT':
      if (reason.category) return `Most bought in ${categoryLabel(reason.category)}`
      return reason.country ? `Most bought in ${countryNamed(reason.country)}` : 'Most bought by everyone'
    case 'RISING':
      return `Rising in ${categoryLabel(reason.category).toLowerCase()}: wanted more than before`
    case 'IN_SEASON':
      return `For ${reason.season}, wanted by many`
    case 'BACK_IN_STOCK':
      return reason.size ? `Back in ${sizeLabel(reason.size)}: you wished for it` : 'Back in stock: you wished for it'
    case 'NOW_LESS':
      return `Now ${reason.percent} % less: you wished for it`
    case 'NEW_IN':
      return 'Just arrived'
    case 'COMING_IN':
      return 'New, and on its way'
    case 'FROM_COLLECTION':
      return `From “${reason.title}”`
    case 'CHOSEN_BY_US':
      return 'Chosen by our buyers'
    case 'SOMETHING_ELSE':
      return 'Something else for a change'
  }
}

/** In which of the shopper's sizes it can be had, now or by the day its card names; nothing where none is known. */
export const sizeWords = ({ inSizes, later }: Pick<FeedItem, 'inSizes' | 'later'>): string | undefined => {
  const mine = later?.sizes ?? inSizes ?? []
  return mine.length > 0 ? `In your ${mine.map(sizeLabel).join(' and ')}` : undefined
}

type Interest = Extract<Reason, { code: 'LIKE_THE' }>['interest']
const did = (interest: Interest): string =>
  ({ viewed: ' you looked at', saved: ' you saved', 'in-bag': ' in your bag', bought: ' you bought' })[interest]

const PRICE_WORDS: Readonly<Record<string, string>> = {
  '1': 'our gentler prices',
  '2': 'our usual prices',
  '3': 'finer pieces',
  '4': 'our finest pieces',
}

const liking = (facet: string, value: string): string => {
  if (facet === 'category') return categoryLabel(value).toLowerCase()
  if (facet === 'style') return isGarmentId(value) ? GARMENTS[value].plural.toLowerCase() : value
  if (facet === 'colour') return `${value} pieces`
  if (facet === 'price') return PRICE_WORDS[value] ?? 'this price'
  if (facet === 'brand') return brandName(value)
  return attributeValueLabel('fabric', value).toLowerCase()
}

/** Made when a country is first named: a slow phone takes a tenth of a second over it, and most pages name none. */
let countryNames: Intl.DisplayNames | undefined
const countryNamed = (code: string): string | undefined => {
  countryNames ??= new Intl.DisplayNames('en-GB', { type: 'region' })
  return countryNames.of(code)
}

const categoryLabel = (category: string): string =>
  new Map<string, string>(Object.entries(CATEGORY_LABELS)).get(category) ?? category

// The slug is all that taste knows of a brand; its words are its name but for accents.
const brandName = (slug: string): string =>
  slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')

/** Codes of shoe, dress and belt sizes carry a letter for their system. */
const sizeLabel = (code: string): string => (/^[SDTB]\d/.test(code) ? code.slice(1) : code)
