export { insertStock } from './insert-stock'
export { createTestDatabase, type TestDatabase } from './test-database'
