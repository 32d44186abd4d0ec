/**
 * Sums by place, with the places that have one in the order they were first met. Beginning anew costs nothing: what
 * was added before carries an older stamp.
 */
export class StampedSums {
  private readonly stamps: Uint32Array
  private readonly sums: Float64Array
  private readonly places: Int32Array
  private stamp = 1
  private met = 0

  constructor(readonly size: number) {
    this.stamps = new Uint32Array(size)
    this.sums = new Float64Array(size)
    this.places = new Int32Array(size)
  }

  begin(): void {
    this.met = 0
    this.stamp = (this.stamp + 1) >>> 0
    if (this.stamp > 0) return
    this.stamps.fill(0)
    this.stamp = 1
  }

  /** Whether the place is met for the first time. */
  add(place: number, gain: number): boolean {
    if (this.stamps[place] === this.stamp) {
      this.sums[place] = (this.sums[place] ?? 0) + gain
      return false
    }
    this.stamps[place] = this.stamp
    this.sums[place] = gain
    this.places[this.met++] = place
    return true
  }

  /** How many places have a sum. */
  get length(): number {
    return this.met
  }

  /** The nth place that was met. */
  place(nth: number): number {
    return this.places[nth] ?? 0
  }

  /** The sum of a place that was met. */
  sum(place: number): number {
    return this.sums[place] ?? 0
  }
}
