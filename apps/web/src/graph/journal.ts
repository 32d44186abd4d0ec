import type { Services } from '@selvedge/api'
import { createActionJournal } from '@selvedge/db'
import type { Connections } from './connections'

/** The journal of what staff change, and the word to operators when it could not be told an outcome. */
export const buildJournal = ({
  pool,
  logger,
  metrics,
}: Pick<Connections, 'pool' | 'logger' | 'metrics'>): Pick<Services, 'audit' | 'onUntoldOutcome'> => {
  const untold = metrics.counter(
    'selvedge_staff_action_untold_total',
    'Changes of staff that ended without a word in the journal',
    ['outcome'],
  )
  return {
    audit: createActionJournal({ pool }),
    onUntoldOutcome: (action, fault) => {
      untold.inc({ outcome: action.outcome === 'done' ? 'done' : 'not-done' })
      logger.error({ ...action, err: fault }, 'the journal was not told how a change ended')
    },
  }
}
