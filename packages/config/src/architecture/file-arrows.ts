import { posix } from 'node:path'
import type { Room } from './read-house'

const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']

/**
 * Which files of a room load which others of it as they are loaded. What is imported by type alone is gone by then, and
 * what is imported by a call is loaded when it is asked for: neither can find a half-loaded file.
 */
export const fileArrows = (room: Room): Map<string, Set<string>> => {
  const paths = new Set(room.files.map(({ path }) => path))
  return new Map(
    room.files.map(({ path, loads }) => {
      const targets = loads.flatMap((module) => {
        const base = module.startsWith('.') ? posix.join(posix.dirname(path), module) : aliased(module)
        return ENDINGS.map((ending) => `${base}${ending}`).find((target) => paths.has(target)) ?? []
      })
      return [path, new Set(targets)]
    }),
  )
}

/** `@/a` is a file of the room's own `src`. */
const aliased = (module: string): string => (module.startsWith('@/') ? module.replace('@', 'src') : module)
