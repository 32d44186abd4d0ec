import type { GestureStore } from './gestures'
import { type PersonKey, userKey, visitorKey } from './person'
import type { BehaviourLog, ConsentStore, ProfileStore } from './ports'

export type SignInDeps = {
  readonly profiles: Pick<ProfileStore, 'merge'>
  readonly log: Pick<BehaviourLog, 'merge' | 'erase'>
  readonly consents: ConsentStore
  readonly gestures: Pick<GestureStore, 'merge' | 'erase'>
  erase(person: PersonKey, options: { readonly lists: boolean }): Promise<unknown>
  onFault(error: unknown): void
}

/** Makes a visit the user's, or of a user who said no its lists alone. Answers whether all of it was done. */
export const createSignIn = (deps: SignInDeps) => {
  const { profiles, log, consents, gestures, erase, onFault } = deps

  /** What lies in Redis: while that is away the rest goes on, and this is done when it is done again. */
  const isDone = async (work: Promise<unknown>): Promise<boolean> => {
    try {
      await work
      return true
    } catch (fault) {
      onFault(fault)
      return false
    }
  }
  const eraseVisit = async (guest: PersonKey): Promise<boolean> => {
    if (await isDone(erase(guest, { lists: false }))) return true
    // What can go now must not come along with the lists, whatever became of the rest.
    await gestures.erase(guest, { lists: false })
    await log.erase(guest)
    return false
  }
  const takeVisit = async (guest: PersonKey, user: PersonKey): Promise<boolean> => {
    const isWhole = await isDone(profiles.merge(guest, user))
    await log.merge(guest, user)
    return isWhole
  }

  return async (visitorId: string, userId: string): Promise<boolean> => {
    const [guest, user] = [visitorKey(visitorId), userKey(userId)]
    const [decided, word] = [await consents.read(guest), await consents.read(user)]
    const isWhole = word === false ? await eraseVisit(guest) : await takeVisit(guest, user)
    await gestures.merge(guest, user, userId)
    if (decided !== undefined && word === undefined) await consents.write(user, decided)
    return isWhole
  }
}
