import { randomUUID } from 'node:crypto'
import { createBehaviourService } from '@selvedge/core'
import {
  createAlertLinks,
  createBehaviourLog,
  createConsentStore,
  createGestureStore,
  createSignalFactsReader,
} from '@selvedge/db'
import {
  behaviourKeys,
  createBagPeople,
  createBehaviourSink,
  createProfileStore,
  createSetAside,
} from '@selvedge/infra'
import type { WebEnv } from '../env'
import { believed } from '../server/believed'
import { createRefusals } from '../server/refusals'
import type { Connections } from './connections'

/** A no of an account reaches its other browsers within so long, over all processes. */
const WORD_BELIEVED_MS = 10_000

/** What shoppers do and say: taken in here, kept by the worker, read from the hot profiles. */
export const buildBehaviour = (env: WebEnv, { pool, redis, metrics, rateLimit, onFault }: Connections) => {
  const keys = behaviourKeys(env.REDIS_PREFIX)
  const sink = createBehaviourSink({ redis, keys })
  const facts = createSignalFactsReader({ pool, nowMs: Date.now })
  const profiles = createProfileStore({ redis, keys, facts, nowMs: Date.now })
  const consents = createConsentStore({ pool })
  const words = believed({ ask: consents.read, forMs: WORD_BELIEVED_MS, nowMs: Date.now })
  const received = metrics.counter('selvedge_behaviour_received_total', 'Events that browsers sent', ['outcome'])
  return {
    profiles,
    facts,
    service: createBehaviourService({
      sink,
      profiles,
      log: createBehaviourLog({ pool }),
      setAside: createSetAside({ redis, keys }),
      consents: {
        read: consents.read,
        write: (person, isPersonal) => consents.write(person, isPersonal).finally(() => words.forget(person)),
      },
      gestures: createGestureStore({ pool }),
      alertLinks: createAlertLinks({ secret: env.BAG_SECRET }),
      nowMs: Date.now,
      newId: () => randomUUID(),
      onFault: onFault('behaviour'),
    }),
    intake: {
      sink,
      rateLimit,
      hasRefused: createRefusals({ words, onFault: onFault('consent') }),
      rememberBag: createBagPeople({ redis, keys }).remember,
      count: (outcome: string, events: number) => received.inc({ outcome }, events),
      onFault: onFault('behaviour'),
      nowMs: Date.now,
    },
  }
}
