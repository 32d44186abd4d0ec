import { isUserKey, type PersonKey } from '@selvedge/core'

export type RefusalsDeps = {
  /** What people decided, as this process believes it. */
  readonly words: { of(person: PersonKey): Promise<boolean | undefined>; forget(person: PersonKey): void }
  onFault(fault: unknown): void
}

/**
 * Whether a person with an account said no, in whichever browser. A visitor's word is the cookie of their one browser.
 * A no that is remembered is asked for again: a yes that has just been given elsewhere is never taken back by it. While
 * the account's word cannot be read, the browser's holds.
 */
export const createRefusals =
  ({ words, onFault }: RefusalsDeps) =>
  async (person: PersonKey): Promise<boolean> => {
    if (!isUserKey(person)) return false
    try {
      if ((await words.of(person)) !== false) return false
      words.forget(person)
      return (await words.of(person)) === false
    } catch (fault) {
      onFault(fault)
      return false
    }
  }
