/**
 * The answer of `work`, or a fault when it takes longer than `ms`. When the time is over what has arrived is still looked
 * at: a process that was busy itself finds its own timer and the answer at once, and the answer was not late.
 */
export const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  let lastLook: NodeJS.Immediate | undefined
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => {
      lastLook = setImmediate(() => refuse(new Error(`no answer within ${ms} ms`)))
    }, ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
    clearImmediate(lastLook)
  }
}
