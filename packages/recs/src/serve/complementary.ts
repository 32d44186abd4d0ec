/**
 * What is worn with what: a look has one thing for the upper body, one for the lower (or a dress for both), shoes,
 * something over it and something beside it. Never two of a kind.
 */
const WITH: Readonly<Record<string, readonly string[]>> = {
  tops: ['bottoms', 'outerwear', 'shoes', 'accessories', 'knitwear'],
  knitwear: ['bottoms', 'outerwear', 'shoes', 'accessories', 'tops'],
  bottoms: ['tops', 'knitwear', 'outerwear', 'shoes', 'accessories'],
  dresses: ['outerwear', 'shoes', 'accessories'],
  outerwear: ['knitwear', 'bottoms', 'shoes', 'accessories', 'tops'],
  shoes: ['bottoms', 'knitwear', 'outerwear', 'accessories', 'tops'],
  accessories: ['outerwear', 'knitwear', 'bottoms', 'shoes', 'tops'],
}

/** Categories that complete a look around one of `category`; none for a category that the house does not dress by. */
export const complementaryTo = (category: string): readonly string[] => WITH[category] ?? []
