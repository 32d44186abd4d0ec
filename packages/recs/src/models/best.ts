/** Places and their scores, best first. */
export type Best = { readonly places: Int32Array; readonly scores: Float32Array }

/**
 * Keeps the `limit` best of what it is offered, in a heap with the worst on top: O(n log limit), no allocation per offer.
 * Deterministic: of two equal scores the smaller place is better. Scores that are not finite are never kept.
 */
export class BestKeeper {
  private readonly places: Int32Array
  private readonly scores: Float32Array
  private size = 0

  constructor(private readonly limit: number) {
    this.places = new Int32Array(limit)
    this.scores = new Float32Array(limit)
  }

  offer(place: number, offered: number): void {
    // Rounded as it is stored, else equal scores would compare as different ones.
    const score = Math.fround(offered)
    if (this.size < this.limit) {
      if (Number.isFinite(score)) this.rise(this.size++, place, score)
    } else if (this.limit > 0 && this.isBetter(place, score, 0)) this.sink(0, place, score, this.size)
  }

  /** What was kept, best first; the keeper is empty afterwards. */
  take(): Best {
    const kept = this.size
    for (let end = kept - 1; end > 0; end--) {
      const [place, score] = [this.places[end] ?? 0, this.scores[end] ?? 0]
      this.places[end] = this.places[0] ?? 0
      this.scores[end] = this.scores[0] ?? 0
      this.sink(0, place, score, end)
    }
    this.size = 0
    return { places: this.places.slice(0, kept), scores: this.scores.slice(0, kept) }
  }

  private isBetter(place: number, score: number, than: number): boolean {
    const other = this.scores[than] ?? 0
    return score > other || (score === other && place < (this.places[than] ?? 0))
  }

  private rise(from: number, place: number, score: number): void {
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (this.isBetter(place, score, parent)) break
      this.move(parent, at)
      at = parent
    }
    this.put(at, place, score)
  }

  private sink(from: number, place: number, score: number, size: number): void {
    let at = from
    for (;;) {
      let child = 2 * at + 1
      if (child >= size) break
      if (child + 1 < size && this.isBetter(this.places[child] ?? 0, this.scores[child] ?? 0, child + 1)) child++
      if (!this.isBetter(place, score, child)) break
      this.move(child, at)
      at = child
    }
    this.put(at, place, score)
  }

  private move(from: number, to: number): void {
    this.places[to] = this.places[from] ?? 0
    this.scores[to] = this.scores[from] ?? 0
  }

  private put(at: number, place: number, score: number): void {
    this.places[at] = place
    this.scores[at] = score
  }
}
