import { fail } from './fail.mjs'

const [MAJOR, MINOR] = [20, 19]

/** Selvedge runs on Node 20.19 or newer. */
export const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > MAJOR || (major === MAJOR && minor >= MINOR)) return
  fail(
    `Selvedge needs Node ${MAJOR}.${MINOR} or newer; this is ${process.versions.node}. Get one at https://nodejs.org`,
  )
}
