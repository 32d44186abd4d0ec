import { COLOURS } from '@selvedge/core'

/** What people call a colour of the house; one that it does not know goes by its id. */
export const colourName = (id: string): string => {
  const known = new Map<string, { readonly name: string }>(Object.entries(COLOURS))
  return known.get(id)?.name ?? id
}
