import { expect, test } from 'vitest'
import { halvesOfPorts } from './ports'

test('a range of ports is split in two that share none', () => {
  expect(halvesOfPorts('20000-20005')).toEqual(['20000-20002', '20003-20005'])
  expect(halvesOfPorts('20000-20001')).toEqual(['20000-20000', '20001-20001'])
})

test('what is no range of ports is refused with the name of the setting', () => {
  for (const text of ['', '20000', '20005-20000', '20000-70000', 'a-b'])
    expect(() => halvesOfPorts(text), text).toThrow(/SELVEDGE_PORTS/)
})
