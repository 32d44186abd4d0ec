import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { readSource, type SourceFacts } from './read-source'

export type SourceFile = SourceFacts & {
  /** From the folder of its room, with forward slashes. */
  readonly path: string
}

export type Room = {
  /** The last part of its folder: `core`, `web`, `bench`. */
  readonly name: string
  readonly packageName: string
  /** From the root of the house. */
  readonly folder: string
  readonly dependencies: readonly string[]
  readonly devDependencies: readonly string[]
  /** Files that its package.json exports. */
  readonly exported: readonly string[]
  readonly files: readonly SourceFile[]
}

type Manifest = {
  name: string
  exports?: Record<string, string>
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

const LEFT_OUT = new Set(['node_modules', '.next', 'generated', 'dist', 'coverage', '.turbo', 'public', 'test-results'])

/** Every package, app and script of the house with its sources. */
export const readHouse = (root: string): Room[] => {
  const inside = (parent: string) =>
    existsSync(join(root, parent)) ? readdirSync(join(root, parent)).map((name) => `${parent}/${name}`) : []
  const folders = [...inside('packages'), ...inside('apps'), 'bench'].filter((folder) =>
    existsSync(join(root, folder, 'package.json')),
  )
  const rooms = folders.map((folder) => readRoom(root, folder, join(root, folder, 'package.json')))
  // The scripts of the root have the root's manifest.
  return existsSync(join(root, 'scripts')) ? [...rooms, readRoom(root, 'scripts', join(root, 'package.json'))] : rooms
}

const readRoom = (root: string, folder: string, manifestFile: string): Room => {
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest
  const names = (...groups: (Record<string, string> | undefined)[]) =>
    groups.flatMap((group) => Object.keys(group ?? {}))
  return {
    name: basename(folder),
    packageName: manifest.name,
    folder,
    dependencies: names(manifest.dependencies, manifest.optionalDependencies, manifest.peerDependencies),
    devDependencies: names(manifest.devDependencies),
    exported: Object.values(manifest.exports ?? {}).map((file) => file.replace(/^\.\//, '')),
    files: sources(join(root, folder)).map((file) => ({
      ...readSource(file, readFileSync(file, 'utf8')),
      path: relative(join(root, folder), file).replaceAll('\\', '/'),
    })),
  }
}

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : sources(path)
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
  })
