export { createStockEngine, type StockEngineOptions } from './inventory/stock-engine'
export { createStockReader } from './inventory/stock-reader'
export { type LedgerFinding, verifyLedger } from './inventory/verify'
export { createPool, type PoolOptions } from './pool'
