/** What is woven, printed or knitted into a cloth. The pictures draw exactly these. */
export const PATTERNS = ['plain', 'stripe', 'check', 'denim', 'floral', 'herringbone', 'dot', 'rib'] as const
export type Pattern = (typeof PATTERNS)[number]

/** How a cloth looks and hangs: the material facet, and what the pictures draw. */
export const FABRICS = ['linen', 'cotton', 'wool', 'denim', 'silk', 'leather', 'knit', 'technical'] as const
export type Fabric = (typeof FABRICS)[number]
