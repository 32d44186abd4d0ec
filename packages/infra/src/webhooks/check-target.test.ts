import { expect, test } from 'vitest'
import { checkTarget } from './check-target'

const check = (url: string, addresses: readonly string[] = ['93.184.216.34'], allowLoopback = false) =>
  checkTarget(url, { allowLoopback, resolve: async () => addresses })

test.each([
  'https://127.0.0.1/hook',
  'https://[::1]/hook',
  'https://169.254.169.254/latest/meta-data',
  'https://2130706433/hook',
  'https://0177.0.0.1/hook',
  'https://0x7f.1/hook',
  'https://[::ffff:127.0.0.1]/hook',
  'https://[::ffff:7f00:1]/hook',
  'https://10.0.0.5/hook',
  'https://192.168.1.1/hook',
  'https://172.20.0.1/hook',
  'https://100.64.0.1/hook',
  'https://[fd00::1]/hook',
  'https://[fe80::1]/hook',
  'https://[64:ff9b::7f00:1]/hook',
  'https://0.0.0.0/hook',
])('%s leads inside and is refused', async (url) => {
  expect(await check(url)).toBe('NOT_PUBLIC')
})

test('a name is refused when one of its addresses is inside', async () => {
  expect(await check('https://shop.example/hook', ['93.184.216.34', '10.0.0.1'])).toBe('NOT_PUBLIC')
  expect(await check('https://shop.example/hook', [])).toBe('NOT_FOUND')
})

test('only https goes out, and no passwords in addresses', async () => {
  expect(await check('http://shop.example/hook')).toBe('NOT_HTTPS')
  expect(await check('http://shop.example/hook', ['93.184.216.34'], true)).toBe('NOT_HTTPS')
  expect(await check('file:///etc/passwd')).toBe('NOT_HTTPS')
  expect(await check('gopher://shop.example')).toBe('NOT_HTTPS')
  expect(await check('https://ada:secret@shop.example/hook')).toBe('HAS_CREDENTIALS')
  expect(await check('not an address')).toBe('NOT_FOUND')
})

test('the machine that was checked is the one that is used', async () => {
  expect(await check('https://shop.example/hook')).toMatchObject({ address: '93.184.216.34', family: 4 })
})

test('in development this machine may listen, and no other inside may', async () => {
  expect(await check('http://127.0.0.1:9000/hook', [], true)).toMatchObject({ address: '127.0.0.1' })
  expect(await check('http://10.0.0.1/hook', [], true)).toBe('NOT_PUBLIC')
})
