import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { type KeptRegistration, keepRegistered } from './keep-registered'

let server: Server | undefined
let kept: KeptRegistration | undefined
let asked = 0
afterEach(() => {
  kept?.stop()
  server?.close()
  server?.closeAllConnections()
})

/** An endpoint that answers each introduction with the next of these; with nothing it never answers. */
const endpointThat = async (...answers: readonly (number | undefined)[]): Promise<string> => {
  asked = 0
  server = createServer((_request, response) => {
    const status = answers[Math.min(asked++, answers.length - 1)]
    if (status !== undefined) response.writeHead(status).end('said')
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const keep = (endpoint: string) => {
  const heard: [boolean, string | undefined][] = []
  const changed = (isRegistered: boolean, reason?: string) => void heard.push([isRegistered, reason])
  kept = keepRegistered({ endpoint, signingKey: 'signkey-test-00', changed })
  return { kept, heard }
}

test('whoever waits for the first answer finds the functions known', async () => {
  const { kept, heard } = keep(await endpointThat(200))
  expect(kept.isRegistered()).toBe(false)
  await kept.firstAnswer(5_000)
  expect(kept.isRegistered()).toBe(true)
  expect(heard).toEqual([[true, undefined]])
})

test('a scheduler that refuses is asked again, and what it said is told once', async () => {
  const { kept, heard } = keep(await endpointThat(500, 500, 200))
  await kept.firstAnswer(5_000)
  expect(kept.isRegistered()).toBe(false)
  await vi.waitFor(() => expect(kept.isRegistered()).toBe(true), { timeout: 5_000, interval: 50 })
  expect(heard).toEqual([
    [false, '500 said'],
    [true, undefined],
  ])
})

test('a scheduler that said yes is told again within a second or two, and nothing more is said of it', async () => {
  const { heard } = keep(await endpointThat(200))
  await vi.waitFor(() => expect(asked).toBeGreaterThanOrEqual(2), { timeout: 10_000, interval: 50 })
  expect(heard).toEqual([[true, undefined]])
})

test('a scheduler that says nothing keeps nobody waiting', async () => {
  const { kept } = keep(await endpointThat(undefined))
  const beganAt = performance.now()
  await kept.firstAnswer(50)
  expect(performance.now() - beganAt).toBeLessThan(2_000)
  expect(kept.isRegistered()).toBe(false)
})
