export { DEMO_LOGINS, demoLogins, demoLoginsAllowed } from './demo-logins'
export { SEED_CHANNEL } from './load/write-house'
export { hasProducts, type SeedCounts, type SeedOptions, seedDatabase } from './seed-database'
export type { SeedProgress } from './seed-progress'
