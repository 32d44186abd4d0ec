export { drawFit } from './drawn-fit'
export { drawProducts, drawShop, drawShopper, NOW_MS } from './drawn-shop'
export { drawRanker, rankingStep } from './ranking-step'
