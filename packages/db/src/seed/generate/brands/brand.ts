import type { ColourId, Department, GarmentId } from '@selvedge/core'

/** How a house talks about its clothes: chooses the closing lines of its descriptions. */
export type Voice = 'plain' | 'warm' | 'technical' | 'dry' | 'lyrical'

/** 1 is a T-shirt at about 25 euro, 5 one at about 110. */
export type PriceLevel = 1 | 2 | 3 | 4 | 5

/** An invented house. `garments` lists what it makes; repeating one makes more of it. */
export type Brand = {
  readonly slug: string
  readonly name: string
  readonly city: string
  readonly country: string
  readonly founded: number
  readonly story: string
  readonly level: PriceLevel
  readonly departments: readonly Department[]
  readonly garments: readonly GarmentId[]
  readonly palette: readonly ColourId[]
  readonly voice: Voice
  /** Named styles ("Marlow overshirt") or numbered ones ("Overshirt No. 4"). */
  readonly naming: 'named' | 'numbered'
  /** Sewn to order by a supplier who ships to the buyer. */
  readonly dropShip: boolean
  /** Where others alone sell it, ISO 3166. */
  readonly notSoldIn?: readonly string[]
}
