const began = performance.now()

/** One line of progress with the seconds since the command began. */
export const progress = (line: string): void => {
  const seconds = ((performance.now() - began) / 1000).toFixed(0).padStart(4)
  console.log(`${seconds} s  ${line}`)
}
