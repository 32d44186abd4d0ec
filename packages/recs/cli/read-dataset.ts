import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { DatasetFile } from '../src/datasets/lines'

/** The name of a data set: that of its folder. */
export const nameOfDataset = (folder: string): string => basename(resolve(folder))

/** A file of a data set; missing or empty, it is a fault that names it: figures over nothing would all be 0. */
export function readDatasetFile(folder: string, name: string): DatasetFile {
  const path = join(folder, name)
  if (!existsSync(path) || !statSync(path).isFile()) throw new Error(`${path}: the file is missing`)
  const text = readFileSync(path, 'utf8')
  if (text.trim() === '') throw new Error(`${path}: the file is empty`)
  return { name, text }
}

/** The first of the names that is there. */
export function readFirstOf(folder: string, names: readonly string[]): DatasetFile {
  const found = names.find((name) => existsSync(join(folder, name)))
  if (!found) throw new Error(`${folder}: one of ${names.join(', ')} is expected`)
  return readDatasetFile(folder, found)
}

export const hasFile = (folder: string, name: string): boolean => existsSync(join(folder, name))
