/** A number of products in words: `1 piece`, `22 pieces`. */
export const piecesWords = (total: number): string => `${total} ${total === 1 ? 'piece' : 'pieces'}`
