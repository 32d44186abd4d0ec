/** Runs one piece of work after the other, in the order they came; a fault is its own caller's alone. */
export const createTurns = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let before: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = before.then(work)
    // Whoever asked for it hears of its fault; the next one only waits for its end.
    before = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }
}
