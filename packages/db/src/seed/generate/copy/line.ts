/** The facts a line may ask about: a product's attributes, flat. */
export type Facts = Readonly<Record<string, string | number | readonly string[] | undefined>>

/** One sentence of copy and what must be true of the product for it to be said. `{gsm}` and the like are filled in. */
export type Line = { readonly when: Facts; readonly text: string }

/** A sentence that is true of anything, or only of products with these facts. */
export function line(text: string, when: Facts = {}): Line {
  return { when, text }
}

/** Whether a line may be said of a product: each fact equals, is one of, or contains what is asked. */
export function isTrueOf({ when }: Line, facts: Facts): boolean {
  return Object.entries(when).every(([key, wanted]) => {
    const fact = facts[key]
    const wants = Array.isArray(wanted) ? wanted : [wanted]
    return Array.isArray(fact) ? wants.some((want) => fact.includes(want)) : wants.includes(fact)
  })
}
