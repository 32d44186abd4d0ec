export { insertStock } from './insert-stock'
export { copyEntries, copyLevels } from './insert-streams'
export { type RandomEntry, randomEntry, randomStream, seededRandom } from './random-ledger'
export { createTestDatabase, type TestDatabase } from './test-database'
