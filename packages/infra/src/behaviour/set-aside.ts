import type { PersonKey, SetAside } from '@selvedge/core'
import type { Redis } from 'ioredis'
import { ALIAS_MS, type BehaviourKeys } from './behaviour-keys'

const PAGE = 1_000

/**
 * What could not be kept lies in a stream of its own; what of it names a person, or a guest whom that person was, goes
 * with that person's history.
 */
export const createSetAside = ({ redis, keys }: { redis: Redis; keys: BehaviourKeys }): SetAside => {
  async function* entriesOf(person: PersonKey): AsyncGenerator<{ readonly id: string; readonly text: string }> {
    const guests = await redis.smembers(keys.guests(person))
    // Entries may be no JSON at all: a name stands in quotes in whatever there is.
    const names = [person, ...guests].map((name) => JSON.stringify(name))
    for (let from = '-'; ; ) {
      const page = await redis.xrange(keys.poison, from, '+', 'COUNT', PAGE)
      for (const [id, fields] of page) {
        const text = fields[fields.indexOf('s') + 1] ?? ''
        if (names.some((name) => text.includes(name))) yield { id, text }
      }
      const last = page.at(-1)?.[0]
      if (last === undefined || page.length < PAGE) return
      from = `(${last}`
    }
  }
  return {
    of: async (person) => {
      const texts: string[] = []
      for await (const { text } of entriesOf(person)) texts.push(text)
      return texts
    },
    erase: async (person) => {
      let gone = 0
      for await (const { id } of entriesOf(person)) gone += await redis.xdel(keys.poison, id)
      // What still comes under a guest's name is the user's for as long as that name leads there.
      await redis.pexpire(keys.guests(person), ALIAS_MS)
      return gone
    },
  }
}
