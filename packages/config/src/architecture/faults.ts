import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { circles } from './circles'
import { fileArrows } from './file-arrows'
import type { Room, SourceFile } from './read-house'
import { BANNED_NAMES, isTestCode, isToolCode, MAY_IMPORT, MAY_TAKE } from './rooms'

const SCOPE = '@selvedge/'

/** Every breach of the architecture, each as one line that names file and rule. Empty when the house is in order. */
export const faults = (house: readonly Room[]): string[] => [
  ...house.flatMap((room) =>
    room.files.flatMap((file) => fileFaults(room, file).map((fault) => `${room.folder}/${file.path}: ${fault}`)),
  ),
  ...roundTrips(house),
]

const fileFaults = (room: Room, file: SourceFile): string[] => [
  ...file.imports.flatMap((module) => importFaults(room, file, module)),
  ...environmentFaults(file),
  ...nameFaults(room, file),
]

const importFaults = (room: Room, { path }: SourceFile, module: string): string[] => {
  if (module.startsWith('.')) {
    const target = posix.join(posix.dirname(path), module)
    return target.startsWith('..') ? [`reaches out of its room to ${module}`] : []
  }
  // Aliases of the room itself.
  if (module.startsWith('@/') || module.startsWith('#')) return []
  if (isBuiltin(module))
    return room.name === 'core' && !isTestCode(path) ? [`core does no I/O, and imports ${module}`] : []
  const name = packageOf(module)
  return [...arrowFaults(room, path, module), ...declarationFaults(room, path, name)]
}

const arrowFaults = (room: Room, path: string, module: string): string[] => {
  if (!module.startsWith(SCOPE)) {
    const taken = MAY_TAKE[room.name]
    if (taken === undefined || isTestCode(path) || taken.includes(packageOf(module))) return []
    return [`${room.name} may take only ${taken.join(', ')}, and imports ${module}`]
  }
  const target = packageOf(module).slice(SCOPE.length)
  if (target === room.name) return [`imports its own room by name: ${module}`]
  if (module.includes('/src/')) return [`reaches into another room: ${module}`]
  const allowed = MAY_IMPORT[room.name]
  if (allowed === undefined) return [`the room ${room.name} is not in the table of arrows`]
  const may = isTestCode(path) || isToolCode(path) ? [...allowed, 'stack', 'config'] : allowed
  return may.includes(target) ? [] : [`the arrow from ${room.name} to ${target} points the wrong way`]
}

const declarationFaults = (room: Room, path: string, name: string): string[] => {
  if (room.dependencies.includes(name)) return []
  const mayUseDev = isTestCode(path) || isToolCode(path) || room.folder === 'scripts'
  if (mayUseDev && room.devDependencies.includes(name)) return []
  return [
    `imports ${name}, which its package.json does not declare${room.devDependencies.includes(name) ? ' for production' : ''}`,
  ]
}

const environmentFaults = ({ path, readsEnvironment }: SourceFile): string[] =>
  readsEnvironment && posix.basename(path) !== 'env.ts' && !isToolCode(path)
    ? ['reads process.env outside of env.ts']
    : []

const nameFaults = (room: Room, { path }: SourceFile): string[] => {
  const words = path.split('/').map((segment) => segment.replace(/\..*$/, ''))
  const banned = words
    .filter((word) => BANNED_NAMES.includes(word))
    .map((word) => `"${word}" says nothing: name what it does`)
  const isBarrel = /(^|\/)index\.tsx?$/.test(path) && !room.exported.includes(path)
  return isBarrel ? [...banned, 'is a barrel, and only what a package exports may be an index'] : banned
}

/** Circles among rooms, over all of their code, types as well; and among the files of a room, as they are loaded. */
const roundTrips = (house: readonly Room[]): string[] => [
  ...circles(new Map(house.map((room) => [room.packageName, ownImports(room)]))).map(
    (names) => `rooms in a circle: ${names.join(' -> ')}`,
  ),
  ...house.flatMap((room) =>
    circles(fileArrows(room)).map((paths) => `${room.folder}: files in a circle: ${paths.join(' -> ')}`),
  ),
]

const ownImports = (room: Room): Set<string> =>
  new Set(room.files.flatMap((file) => file.imports.filter((module) => module.startsWith(SCOPE)).map(packageOf)))

const packageOf = (module: string): string =>
  module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/')
