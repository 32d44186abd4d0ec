/** Tells that something has moved, by its key. A hint may get lost: whoever waits for one looks by itself after a while. */
export type Hints<Key extends string = string> = {
  /** Answers how to stop listening. */
  onHint(key: Key, wake: () => void): () => void
}
