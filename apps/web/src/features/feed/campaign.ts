const LENGTH_MAX = 80
const SAYS_SOMETHING = /^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u

/** A campaign or collection as an address names it, where it says something that one can choose by; of several the first. */
export const campaignOf = (named: string | readonly string[] | null | undefined): string | undefined => {
  // Judged as it will be asked with: a letter that is made small may become two.
  const told = (typeof named === 'string' ? named : named?.[0])?.toLowerCase()
  return told !== undefined && told.length <= LENGTH_MAX && SAYS_SOMETHING.test(told) ? told : undefined
}
