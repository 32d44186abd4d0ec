export type BelievedDeps<Person extends string, T> = {
  readonly ask: (person: Person) => Promise<T>
  /** So long an answer is believed: another process may have been told something else since. */
  readonly forMs: number
  readonly nowMs: () => number
}

const PEOPLE_MAX = 20_000

/** Answers about people, remembered in this process for a while; a question that failed is asked again. */
export function believed<Person extends string, T>({ ask, forMs, nowMs }: BelievedDeps<Person, T>) {
  const known = new Map<Person, { readonly answer: Promise<T>; readonly atMs: number }>()
  const askAnew = (person: Person): Promise<T> => {
    const answer = ask(person)
    const entry = { answer, atMs: nowMs() }
    known.set(person, entry)
    answer.catch(() => {
      if (known.get(person) === entry) known.delete(person)
    })
    // A Map keeps the order of insertion: the first is the one asked for longest ago.
    const [oldest] = known.keys()
    if (known.size > PEOPLE_MAX && oldest !== undefined) known.delete(oldest)
    return answer
  }
  return {
    of: (person: Person): Promise<T> => {
      const held = known.get(person)
      if (held && nowMs() - held.atMs < forMs) return held.answer
      known.delete(person)
      return askAnew(person)
    },
    /** What is told here counts at once. */
    forget: (person: Person): void => void known.delete(person),
  }
}
