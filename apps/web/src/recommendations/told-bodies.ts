import type { SizeAdviceDeps } from '@selvedge/core'
import { believed } from '../server/believed'

type Answers = Pick<SizeAdviceDeps, 'told' | 'tell' | 'forget'>

const BELIEVED_MS = 60_000

/**
 * What people told of their bodies, remembered in this process so that a feed asks the database once a minute and
 * person. What is told or taken back here counts at once.
 */
export function rememberBodies(answers: Answers, nowMs: () => number): Answers {
  const bodies = believed({ ask: answers.told, forMs: BELIEVED_MS, nowMs })
  return {
    told: bodies.of,
    tell: (person, answer) => answers.tell(person, answer).finally(() => bodies.forget(person)),
    forget: (person) => answers.forget(person).finally(() => bodies.forget(person)),
  }
}
