/** One clear line and exit code 1. */
export const fail = (message) => {
  console.error(`\n${message}`)
  process.exit(1)
}
