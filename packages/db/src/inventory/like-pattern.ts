/** Text a person typed as an ILIKE pattern that finds it anywhere, its own wildcards taken literally; null for none. */
export const likePattern = (text: string | undefined): string | null =>
  text ? `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%` : null
