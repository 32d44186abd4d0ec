import type { AlertLinks } from '../notifications/alert-links'
import { accept, type Result, reject } from '../result'
import type { AlertView, AskOutcome, GestureRejection, GestureStore } from './gestures'
import type { PersonKey } from './person'
import type { PollView } from './poll'
import type { BehaviourLog, BehaviourSink, ConsentStore, ProfileStore, SetAside } from './ports'
import type { Profile } from './profile'
import { createSignIn } from './sign-in'
import type { Signal } from './signals'

const SAVED_MAX = 300
const ALERTS_MAX = 50
const EXPORTED_SIGNALS = 50_000
const QUIZ_LENGTH = 8

export type BehaviourDeps = {
  readonly sink: BehaviourSink
  readonly profiles: ProfileStore
  readonly log: BehaviourLog
  readonly setAside: SetAside
  readonly consents: ConsentStore
  readonly gestures: GestureStore
  readonly alertLinks: Pick<AlertLinks, 'isTokenOf'>
  readonly nowMs: () => number
  readonly newId: () => string
  /** Something that a shopper does not have to wait for or hear about. */
  onFault(error: unknown): void
}

type Asker = { readonly person: PersonKey; readonly userId?: string | undefined; readonly email?: string | undefined }
type GestureAnswer<T> = Promise<Result<T, GestureRejection>>

export type BehaviourService = {
  /** The hot profile; undefined for a stranger and while Redis is away. */
  profile(person: PersonKey): Promise<Profile | undefined>
  savedIds(person: PersonKey | undefined): Promise<readonly number[]>
  setSaved(person: PersonKey, wish: { productId: number; isSaved: boolean }): GestureAnswer<void>
  /** Throws when it cannot be kept. */
  judge(person: PersonKey, word: { productId: number; says: 'like' | 'dislike' | 'none' }): GestureAnswer<void>
  openPoll(person: PersonKey | undefined): Promise<PollView | undefined>
  /** Answered twice is no error: the first answer stands and the second changes nothing. */
  answerPoll(person: PersonKey, answer: { pollId: string; optionId: string }): GestureAnswer<{ counted: boolean }>
  quizIds(seed: number): Promise<readonly number[]>
  /** Throws when it cannot be kept. */
  answerQuiz(person: PersonKey, answer: { productId: number; answer: 'yes' | 'no' }): GestureAnswer<void>
  askForStock(asker: Asker, wish: { sku: string }): GestureAnswer<void>
  askForPrice(asker: Asker, wish: { productId: number }): GestureAnswer<void>
  withdrawAlert(person: PersonKey, alertId: string): Promise<void>
  /** By the way out that a message carries: nothing else asked for with that address will be written. */
  stopAlerts(wayOut: { email: string; token: string }): GestureAnswer<{ withdrawn: number }>
  alerts(person: PersonKey | undefined): Promise<readonly AlertView[]>
  decideConsent(person: PersonKey, isPersonal: boolean): Promise<void>
  /**
   * The word that holds for a person in a browser where `here` was decided: a browser that has not decided takes what is
   * kept with the person, and a no of either is never made a yes. Undefined while nobody has decided.
   */
  consentIn(person: PersonKey, here: boolean | undefined): Promise<boolean | undefined>
  /**
   * At sign-in: all the visitor said and did is the user's from now on. A user who said no is taught nothing by it: their
   * lists come along, what was learnt of the visit is erased. Answers whether all of it was done: while Redis is away the
   * rest is done all the same, and what is left by doing it again.
   */
  signIn(visitorId: string, userId: string): Promise<boolean>
  export(person: PersonKey): Promise<Readonly<Record<string, unknown>>>
  /** The history goes from profile, log and answers; with `lists` saved pieces and alerts as well. */
  erase(person: PersonKey, options: { readonly lists: boolean }): Promise<{ readonly signals: number }>
}

/** What shoppers say to the shop and what it keeps of them. */
export const createBehaviourService = (deps: BehaviourDeps): BehaviourService => {
  const { sink, profiles, log, setAside, consents, gestures, alertLinks, nowMs, newId, onFault } = deps

  /** A word that is kept nowhere else: where it cannot be, whoever said it has to know. */
  const tell = async (person: PersonKey, signal: Signal): GestureAnswer<void> => {
    const atMs = nowMs()
    const told = { eventId: newId(), person, sequence: 0, occurredAtMs: atMs, receivedAtMs: atMs, signal }
    const { isFull } = await sink.record([told])
    return isFull ? reject({ code: 'TOO_MUCH_WAITS' }) : accept(undefined)
  }
  /** The list or answer is kept already: that the profile hears of it must not fail the gesture. */
  const say = async (person: PersonKey, signal: Signal): Promise<void> => {
    try {
      const told = await tell(person, signal)
      if (!told.ok) onFault(new Error(`the profile does not hear of a ${signal.kind}: too much waits to be taken in`))
    } catch (fault) {
      onFault(fault)
    }
  }
  const profile = async (person: PersonKey): Promise<Profile | undefined> => {
    try {
      return await profiles.read(person)
    } catch (fault) {
      onFault(fault)
      return undefined
    }
  }
  /** Without the profile at hand the word is forgotten, but what it did to the taste stays. */
  const takeBack = async (person: PersonKey, productId: number): Promise<Signal> => {
    const said = (await profile(person))?.judged.find((word) => word.productId === productId)
    const { says, atMs } = said ?? { says: 'none', atMs: 0 }
    return { kind: 'unjudge', productId, ...(says === 'none' ? {} : { takesBack: { says, atMs } }) }
  }
  const erase: BehaviourService['erase'] = async (person, options) => {
    // The profile first: from this moment nothing that happened before counts any more.
    await profiles.erase(person)
    await gestures.erase(person, options)
    const aside = await setAside.erase(person)
    return { signals: (await log.erase(person)) + aside }
  }
  const answerOf = (
    asked: AskOutcome,
    sku: string,
  ): Result<{ productId: number; isNew: boolean }, GestureRejection> => {
    switch (asked.outcome) {
      case 'asked':
      case 'asked-before':
        return accept({ productId: asked.productId, isNew: asked.outcome === 'asked' })
      case 'full':
        return reject({ code: 'LIST_FULL', limit: ALERTS_MAX })
      case 'not-needed':
        return reject({ code: 'STILL_BUYABLE', sku })
      default:
        return reject({ code: 'UNKNOWN_PIECE' })
    }
  }

  return {
    profile,
    savedIds: async (person) => (person === undefined ? [] : await gestures.savedIds(person)),
    setSaved: async (person, { productId, isSaved }) => {
      const outcome = await gestures.setSaved(person, productId, isSaved, SAVED_MAX)
      if (outcome === 'unknown') return reject({ code: 'UNKNOWN_PIECE' })
      if (outcome === 'full') return reject({ code: 'LIST_FULL', limit: SAVED_MAX })
      await say(person, { kind: isSaved ? 'save' : 'unsave', productId })
      return accept(undefined)
    },
    judge: async (person, { productId, says }) =>
      tell(person, says === 'none' ? await takeBack(person, productId) : { kind: says, productId }),

    openPoll: async (person) => {
      const poll = await gestures.openPoll(person ?? '')
      return (
        poll && { id: poll.id, question: poll.question, options: poll.options.map(({ id, label }) => ({ id, label })) }
      )
    },
    answerPoll: async (person, { pollId, optionId }) => {
      const poll = await gestures.poll(pollId)
      const option = poll?.options.find(({ id }) => id === optionId)
      if (!option) return reject({ code: 'UNKNOWN_POLL', pollId })
      const outcome = await gestures.answerPoll(person, pollId, optionId)
      if (outcome === 'closed') return reject({ code: 'UNKNOWN_POLL', pollId })
      const counted = outcome === 'counted'
      if (!counted) return accept({ counted })
      await say(person, { kind: 'poll', pollId, optionId, leans: option.leans })
      for (const productId of await gestures.pieceIds(option.pieces ?? []))
        await say(person, { kind: 'like', productId })
      return accept({ counted })
    },

    quizIds: (seed) => gestures.quizIds(seed, QUIZ_LENGTH),
    answerQuiz: (person, { productId, answer }) => tell(person, { kind: 'quiz', productId, answer }),

    askForStock: async ({ person, userId, email }, { sku }) => {
      if (!email) return reject({ code: 'EMAIL_NEEDED' })
      const ask = { person, email, sku, limit: ALERTS_MAX, ...(userId === undefined ? {} : { userId }) }
      const answer = answerOf(await gestures.askForStock(ask), sku)
      if (!answer.ok) return answer
      if (answer.value.isNew) await say(person, { kind: 'notify', productId: answer.value.productId, sku })
      return accept(undefined)
    },
    askForPrice: async ({ person, userId, email }, { productId }) => {
      if (!email) return reject({ code: 'EMAIL_NEEDED' })
      const ask = { person, email, productId, limit: ALERTS_MAX, ...(userId === undefined ? {} : { userId }) }
      const answer = answerOf(await gestures.askForPrice(ask), '')
      if (!answer.ok) return answer
      if (answer.value.isNew) await say(person, { kind: 'notify', productId })
      return accept(undefined)
    },
    stopAlerts: async ({ email, token }) =>
      alertLinks.isTokenOf(email, token)
        ? accept({ withdrawn: await gestures.withdrawAllOf(email) })
        : reject({ code: 'LINK_NOT_VALID' }),
    withdrawAlert: (person, alertId) => gestures.withdrawAlert(person, alertId),
    alerts: async (person) => (person === undefined ? [] : await gestures.alerts(person)),

    decideConsent: (person, isPersonal) => consents.write(person, isPersonal),
    consentIn: async (person, here) => {
      if (here === false) return false
      return (await consents.read(person)) ?? here
    },

    signIn: createSignIn({ profiles, log, consents, gestures, erase, onFault }),

    export: async (person) => ({
      person,
      consent: await consents.read(person),
      profile: await profiles.read(person),
      ...(await gestures.export(person)),
      signals: await log.of(person, EXPORTED_SIGNALS),
      setAside: await setAside.of(person),
    }),

    erase,
  }
}
