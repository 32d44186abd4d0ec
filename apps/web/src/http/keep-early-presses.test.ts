import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { KEEP_EARLY_PRESSES } from './keep-early-presses'

type Hear = (event: unknown) => void

type Press = { control: object; words: string; atMs: number }

const open = () => {
  const heard = new Map<string, Hear>()
  const page: { takeEarlyPresses?: (isCodeLost?: boolean) => Press[] } = {}
  const clock = { nowMs: 7 }
  const later: (() => void)[] = []
  const document: Record<string, unknown> = {}
  runInNewContext(KEEP_EARLY_PRESSES, {
    self: page,
    document,
    performance: { now: () => clock.nowMs },
    setTimeout: (run: () => void) => later.push(run),
    addEventListener: (type: string, hear: Hear) => heard.set(type, hear),
    removeEventListener: (type: string) => heard.delete(type),
  })
  const take = (isCodeLost?: boolean) => page.takeEarlyPresses?.(isCodeLost) ?? []
  /** What was put off until now; what that puts off is not. */
  const goOn = () => {
    for (const run of later.splice(0)) run()
  }
  return { document, heard, clock, goOn, hear: (type: string, event: unknown) => heard.get(type)?.(event), take }
}
const controlOf = ({ control }: Press) => control
const button = () => {
  const attributes = new Map<string, string>()
  return {
    dataset: {} as DOMStringMap,
    textContent: 'Put in the bag',
    attributes,
    setAttribute: (name: string, value: string) => attributes.set(name, value),
    removeAttribute: (name: string) => attributes.delete(name),
  }
}
/** Something within a button, or within none. */
const within = (control: object | null) => ({
  target: { closest: (selector: string) => (selector.startsWith('button[type="button"]') ? control : null) },
})
const sent = (submitter: object | null, action?: string) => {
  const form = {
    ...button(),
    sent: 0,
    isConnected: true,
    hasAttribute: () => action !== undefined,
    requestSubmit: () => {
      form.sent++
    },
  }
  const event = { isHeld: false, submitter, target: form }
  return Object.assign(event, { preventDefault: () => Object.assign(event, { isHeld: true }) })
}

test('buttons that are pressed are kept in their order and look it; in a row only once', () => {
  const { hear, take } = open()
  const [small, medium] = [button(), button()]
  for (const control of [small, medium, medium, small, null]) hear('click', within(control))
  hear('click', { target: {} })
  expect(small.dataset).toHaveProperty('kept')
  expect(small.attributes.get('aria-busy')).toBe('true')
  const taken = take()
  expect(taken.map(controlOf)).toEqual([small, medium, small])
  expect(taken[0]).toMatchObject({ words: 'Put in the bag', atMs: 7 })
  expect(small.dataset).not.toHaveProperty('kept')
  expect(small.attributes.size).toBe(0)
})

test('a form without an address waits for the code, by its button or by itself; one with an address is sent', () => {
  const { hear, take } = open()
  const control = button()
  const [signIn, byEnter, search] = [sent(control), sent(null), sent(button(), '/search')]
  for (const event of [signIn, byEnter, search]) hear('submit', event)
  expect([signIn.isHeld, byEnter.isHeld, search.isHeld]).toEqual([true, true, false])
  expect(take().map(controlOf)).toEqual([control, byEnter.target])
})

test('once React listens it answers by itself: nothing is kept, and no form leaves the page', () => {
  const { document, hear, take } = open()
  const [early, signIn] = [button(), sent(button())]
  hear('click', within(early))
  document.__reactContainer$abc = {}
  hear('click', within(button()))
  hear('submit', signIn)
  expect(signIn.isHeld).toBe(true)
  expect(take().map(controlOf)).toEqual([early])
})

test('a form that nobody takes once React listens is sent again until it is taken, and is left alone from then on', () => {
  const { document, goOn, hear } = open()
  document.__reactContainer$abc = {}
  const control = button()
  const first = sent(control)
  hear('submit', first)
  goOn()
  expect(control.dataset).toHaveProperty('kept')
  expect(first.target.sent).toBe(0)
  goOn()
  expect(first.target.sent).toBe(1)
  expect(control.dataset).not.toHaveProperty('kept')

  const second = { ...sent(control), target: first.target }
  hear('submit', second)
  second.preventDefault()
  goOn()
  goOn()
  expect(first.target.sent).toBe(1)
  expect(control.dataset).not.toHaveProperty('kept')

  const third = sent(control)
  hear('submit', Object.assign(third, { target: first.target }))
  expect(third.isHeld).toBe(false)
})

test('a form is not sent again that is gone, or that was sent too long ago', () => {
  for (const end of ['gone', 'late'] as const) {
    const { document, clock, goOn, hear } = open()
    document.__reactContainer$abc = {}
    const signIn = sent(button())
    hear('submit', signIn)
    if (end === 'gone') signIn.target.isConnected = false
    else clock.nowMs += 20_000
    goOn()
    goOn()
    expect(signIn.target.sent, end).toBe(0)
  }
})

test('whoever takes them over hears of the next presses alone; forms are the browser’s where code is lost', () => {
  const { hear, heard, take } = open()
  hear('click', within(button()))
  take()
  expect([...heard.keys()]).toEqual(['submit'])
  expect(take()).toEqual([])
  take(true)
  expect(heard.size).toBe(0)
})
