/** The first characters of a long id: enough to tell two apart and to find it in the logs. */
export const shortId = (id: string): string => id.slice(0, 8)

/** Who made an entry. Colleagues by name, shoppers and guests by the start of an id. */
export const actorWords = ({ actor, actorName }: { actor: string; actorName?: string }): string => {
  if (actorName) return actorName
  const cut = actor.indexOf(':')
  const [kind, id] = cut < 0 ? [actor, ''] : [actor.slice(0, cut), actor.slice(cut + 1)]
  switch (kind) {
    case 'guest':
      return `Guest ${shortId(id)}`
    case 'shopper':
      return `Shopper ${shortId(id)}`
    case 'staff':
      return `Colleague ${shortId(id)}`
    case 'system':
      return id === '' ? 'The shop' : `The shop (${id.replaceAll('-', ' ')})`
    default:
      return actor
  }
}
