import { colourSize, departmentsShown, type ListingQuery } from '@selvedge/core'

/** A string of Meilisearch's filter language: a shopper's text cannot end it. */
export const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

const anyOf = (field: string, values: readonly string[] | undefined): string[] =>
  values?.length ? [`${field} IN [${values.map(quoted).join(', ')}]`] : []

/** The field of an option: what a product comes in, or with "in stock" what of it can be bought. */
export const optionField = (option: 'sizes' | 'colours' | 'colour_sizes', inStock: boolean | undefined): string =>
  inStock ? `buyable_${option}` : option

/** The filter of a listing: its parts are joined by AND. */
export function filterOf(query: ListingQuery): string[] {
  const { department, collection, category, garment, brand, material, priceMinMinor, priceMaxMinor } = query
  return [
    ...anyOf('department', department && departmentsShown(department)),
    ...anyOf('collections', collection === undefined ? [] : [collection]),
    ...anyOf('category', category),
    ...anyOf('garment', garment),
    ...anyOf('brand_slug', brand),
    ...anyOf('material', material),
    ...optionFilter(query),
    ...(priceMinMinor === undefined ? [] : [`price_minor >= ${priceMinMinor}`]),
    ...(priceMaxMinor === undefined ? [] : [`price_minor <= ${priceMaxMinor}`]),
  ]
}

/** Size and colour together ask for one variant that has both. */
function optionFilter({ size, colour, inStock }: ListingQuery): string[] {
  if (size?.length && colour?.length) {
    const pairs = colour.flatMap((family) => size.map((code) => colourSize(family, code)))
    return anyOf(optionField('colour_sizes', inStock), pairs)
  }
  if (size?.length) return anyOf(optionField('sizes', inStock), size)
  if (colour?.length) return anyOf(optionField('colours', inStock), colour)
  return inStock ? ['buyable = true'] : []
}
