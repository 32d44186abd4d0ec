import type { ModelVersion } from '@selvedge/core'
import { accept } from '@selvedge/core'
import { expect, test } from 'vitest'
import type { Context } from '../context'
import { RejectionError } from '../reject'
import { createCaller } from '../root'

const model = (version: string, isActive: boolean, ndcg: number): ModelVersion => ({
  name: 'ranker',
  version,
  checksum: version,
  isActive,
  createdAt: new Date(0),
  sizeBytes: 1,
  metrics: { ndcg_at_20: ndcg },
})

function desk() {
  const promoted: string[] = []
  const services = {
    models: {
      list: async () => [model('better', false, 0.5), model('now', true, 0.4), model('worse', false, 0.3)],
      promote: async (_: string, version: string) => accept(void promoted.push(version)),
    },
    audit: { asked: async () => 1, ended: async () => undefined },
  }
  const viewer = { userId: 'm', email: 'm@example.org', name: 'M', role: 'merchandiser' }
  const origin = { actor: 'staff:m', correlationId: 'test-0001' }
  const caller = createCaller({ viewer, origin, sameSite: true, services } as unknown as Context)
  return { promoted, promote: caller.admin.models.promote }
}

test('a version that foretold less well is not made active before its promoter was told, and then it is', async () => {
  const { promote, promoted } = desk()
  const refused = await promote({ name: 'ranker', version: 'worse' }).catch((error: unknown) => error)
  const cause = refused instanceof Error ? refused.cause : undefined
  expect(cause instanceof RejectionError && cause.rejection).toEqual({
    code: 'MODEL_WORSE',
    name: 'ranker',
    version: 'worse',
    than: 'now',
    figures: [{ figure: 'ndcg_at_20', own: 0.3, active: 0.4 }],
  })
  expect(promoted).toEqual([])
  await promote({ name: 'ranker', version: 'worse', evenIfWorse: true })
  await promote({ name: 'ranker', version: 'better' })
  expect(promoted).toEqual(['worse', 'better'])
})
