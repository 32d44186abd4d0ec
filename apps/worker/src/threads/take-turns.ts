/** A piece of work that did not end in its time: it was told to stop, and the next one goes on without it. */
export class WorkOverdue extends Error {
  constructor(
    readonly work: string,
    readonly limitMs: number,
  ) {
    super(`${work} did not end within ${limitMs / 1_000} s`)
    this.name = 'WorkOverdue'
  }
}

/** Work that is named, so that a fault can say what it was, and that stops when the signal says so. */
export type InTurn = <T>(name: string, work: (overdue: AbortSignal) => Promise<T>) => Promise<T>

/**
 * Runs one piece of work after the other, in the order they came; a fault is its own caller's alone. A turn is over after
 * `limitMs` whatever its work does: one that hangs would keep the others for ever.
 */
export const createTurns = (limitMs: number): InTurn => {
  let before: Promise<unknown> = Promise.resolve()
  return (name, work) => {
    const turn = before.then(() => inTime(name, limitMs, work))
    // Whoever asked for it hears of its fault; the next one only waits for its end.
    before = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }
}

/** What the work answers or throws; once it is overdue it is told, and not waited for any more. */
const inTime = <T>(name: string, limitMs: number, work: (overdue: AbortSignal) => Promise<T>): Promise<T> =>
  new Promise((resolve, refuse) => {
    const overdue = new AbortController()
    const timer = setTimeout(() => {
      const fault = new WorkOverdue(name, limitMs)
      overdue.abort(fault)
      refuse(fault)
    }, limitMs)
    work(overdue.signal)
      .then(resolve, refuse)
      .finally(() => clearTimeout(timer))
  })
