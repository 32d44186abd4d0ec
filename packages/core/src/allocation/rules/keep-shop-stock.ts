import type { ScoreRule } from '../candidate'

/** Warehouses and suppliers before shops: what hangs in a shop is for whoever walks in, as long as there is more elsewhere. */
export const keepShopStock: ScoreRule = ({ place }) => (place?.kind === 'shop' ? 1 : 0)
