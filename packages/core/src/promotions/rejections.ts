/** Everything that promotions can say no with. */
export type PromotionRejection =
  | { readonly code: 'UNKNOWN_SCOPE'; readonly slug: string }
  | { readonly code: 'UNKNOWN_MARKDOWN'; readonly id: number }
  | { readonly code: 'MARKDOWN_ENDED'; readonly id: number }
