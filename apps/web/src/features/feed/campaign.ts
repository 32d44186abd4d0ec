const SAYS_SOMETHING = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,79}$/u

/** A campaign or collection as an address names it, where it says something that one can choose by; of several the first. */
export const campaignOf = (named: string | readonly string[] | null | undefined): string | undefined => {
  const told = typeof named === 'string' ? named : named?.[0]
  return told !== undefined && SAYS_SOMETHING.test(told) ? told.toLowerCase() : undefined
}
