import { TRPCError } from '@trpc/server'
import { expect, test } from 'vitest'
import { TRPC_CODE } from './map-rejection'
import { orThrow, RejectionError } from './reject'

test('every no of the business reaches the page with its code and its facts, and none as a fault of ours', () => {
  expect(Object.keys(TRPC_CODE).length).toBeGreaterThan(20)
  expect(Object.values(TRPC_CODE)).not.toContain('INTERNAL_SERVER_ERROR')
})

test('a rejection carries its facts to the page', () => {
  const rejection = { code: 'CHECKOUT_IN_PROGRESS', orderId: 'o-1' } as const
  try {
    orThrow({ ok: false, error: rejection })
    expect.unreachable()
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error
    expect(error.code).toBe('CONFLICT')
    expect(error.cause instanceof RejectionError && error.cause.rejection).toEqual(rejection)
  }
})
