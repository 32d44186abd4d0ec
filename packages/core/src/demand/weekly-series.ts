/** Units asked for in consecutive weeks, oldest first. A week is absent where nobody could have bought: not zero, unknown. */
export type WeeklySeries = readonly (number | undefined)[]

/** The weeks in which something could be sold. */
export const seenWeeks = (series: WeeklySeries): readonly number[] =>
  series.filter((units): units is number => units !== undefined)

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** 0 for none. */
export const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length)

/** Mean squared deviation from `around`; 0 for none. */
export const spread = (values: readonly number[], around: number): number =>
  mean(values.map((value) => (value - around) ** 2))
