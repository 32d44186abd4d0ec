import type { Interaction } from '../interactions/interactions'
import { seededRandom } from '../random'

/** Users of `groups` tastes: most of what each takes is from the items of their own taste. */
export function tastefulUsers({
  users,
  items,
  groups,
  each,
  seed,
}: Record<'users' | 'items' | 'groups' | 'each' | 'seed', number>) {
  const random = seededRandom(seed)
  const taken: Interaction[] = []
  for (let user = 0; user < users; user++) {
    const own = new Set<number>()
    while (own.size < each) {
      const place = Math.floor(random() * items)
      const isOwn = random() < 0.9
      own.add(isOwn ? place - (place % groups) + (user % groups) : place)
    }
    for (const item of own) if (item < items) taken.push({ user, item })
  }
  return taken
}
