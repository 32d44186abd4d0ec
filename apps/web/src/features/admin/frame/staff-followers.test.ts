import { expect, test } from 'vitest'
import { createStaffFollowers } from './staff-followers'

test('who follows a topic hears of it and of no other, until it leaves', () => {
  const followers = createStaffFollowers()
  let looks = 0
  const leave = followers.follow({ topics: ['stock', 'supply'], onMoved: () => (looks += 1) })
  expect(looks).toBe(0)
  followers.tell(['order'])
  expect(looks).toBe(0)
  followers.tell(['stock', 'supply', 'order'])
  expect(looks).toBe(1)
  leave()
  followers.tell(['stock'])
  expect(looks).toBe(1)
})

test('a room that is opened while the stream runs looks once, for what moved since its page was made', () => {
  const followers = createStaffFollowers()
  followers.tell(['stock', 'order'])
  let looks = 0
  followers.follow({ topics: ['count'], onMoved: () => (looks += 1) })
  expect(looks).toBe(1)
})
