import { ensureStack } from '../ensure-stack'
import { publishUrls } from '../env'

/** Vitest's global setup for integration tests: the engines run, and every worker finds them in its environment. */
export const setup = async (): Promise<() => Promise<void>> => {
  const stack = await ensureStack({ name: 'test', log: console.error })
  publishUrls(stack.urls)
  return stack.stop
}
