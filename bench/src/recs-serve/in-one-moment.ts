/** Hands on together what is said before the loop comes round again: a message each would cost more than what it tells. */
export function inOneMoment<T>(send: (all: readonly T[]) => void): (one: T) => void {
  let said: T[] = []
  const flush = (): void => {
    const all = said
    said = []
    send(all)
  }
  return (one) => {
    if (said.length === 0) setImmediate(flush)
    said.push(one)
  }
}
