import type { BodyAnswer, SizeAdviceDeps } from '@selvedge/core'

type Answers = Pick<SizeAdviceDeps, 'told' | 'tell' | 'forget'>

/** Another process may have been told something else: an answer is believed for so long. */
const BELIEVED_MS = 60_000
const PEOPLE_MAX = 20_000

/**
 * What people told of their bodies, remembered in this process so that a feed asks the database once a minute and
 * person. What is told or taken back here counts at once.
 */
export function rememberBodies(answers: Answers, nowMs: () => number): Answers {
  const known = new Map<string, { readonly told: Promise<BodyAnswer | undefined>; readonly atMs: number }>()
  const ask = (person: string): Promise<BodyAnswer | undefined> => {
    const told = answers.told(person)
    const entry = { told, atMs: nowMs() }
    known.set(person, entry)
    told.catch(() => {
      if (known.get(person) === entry) known.delete(person)
    })
    // A Map keeps the order of insertion: the first is the one asked for longest ago.
    const [oldest] = known.keys()
    if (known.size > PEOPLE_MAX && oldest !== undefined) known.delete(oldest)
    return told
  }
  return {
    told: (person) => {
      const held = known.get(person)
      if (held && nowMs() - held.atMs < BELIEVED_MS) return held.told
      known.delete(person)
      return ask(person)
    },
    tell: (person, answer) => answers.tell(person, answer).finally(() => known.delete(person)),
    forget: (person) => answers.forget(person).finally(() => known.delete(person)),
  }
}
