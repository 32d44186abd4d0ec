import { expect, test } from 'vitest'
import { streams } from './root'

test('the calls that are answered by a stream are known by their paths', () => {
  expect([...streams].sort()).toEqual(['admin.live.watch', 'shop.orders.watch'])
})
