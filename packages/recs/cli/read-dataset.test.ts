import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readDatasetFile, readFirstOf } from './read-dataset'

const folder = mkdtempSync(join(tmpdir(), 'dataset-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a file of a data set that is missing or empty is a fault that names it', () => {
  writeFileSync(join(folder, 'train.txt'), '1\t2\n')
  writeFileSync(join(folder, 'u.data'), '\n \n')
  expect(readDatasetFile(folder, 'train.txt')).toEqual({ name: 'train.txt', text: '1\t2\n' })
  expect(() => readDatasetFile(folder, 'test.txt')).toThrow(/test\.txt: the file is missing/)
  expect(() => readFirstOf(folder, ['ratings.txt', 'u.data'])).toThrow(/u\.data: the file is empty/)
  expect(() => readFirstOf(folder, ['ratings.txt'])).toThrow(/one of ratings\.txt is expected/)
})
