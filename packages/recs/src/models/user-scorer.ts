/**
 * A trained model as the evaluation asks it: adds the score of every item to `into` (zeroed by the caller), for a user
 * with these items. Models of items ignore `user`; models with a factor per user may use it.
 */
export type UserScorer = {
  score(items: Int32Array, user: number, into: Float32Array): void
}
