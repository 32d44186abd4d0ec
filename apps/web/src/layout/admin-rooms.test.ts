import { expect, test } from 'vitest'
import { ADMIN_OVERVIEW, ADMIN_ROOMS, currentAdminLink } from './admin-rooms'

const labelAt = (pathname: string) => currentAdminLink(pathname)?.label

test('every address of the back office marks its own link and no other', () => {
  for (const link of [ADMIN_OVERVIEW, ...ADMIN_ROOMS.flatMap(({ links }) => links)])
    expect(currentAdminLink(link.href)).toBe(link)
})

test('a page below a table marks the table it was opened from', () => {
  expect(labelAt('/admin/transfers/7')).toBe('Transfers')
  expect(labelAt('/admin/supply/new')).toBe('Inbound')
  expect(labelAt('/admin/ledger/1/time')).toBe('Stock')
  expect(labelAt('/admin/recommendations/rules')).toBe('Rules')
})

test('an address nobody knows marks nothing', () => {
  expect(labelAt('/admin/stockings')).toBeUndefined()
})
