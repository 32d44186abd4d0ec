/** Every advisory lock that is taken by a number, in one list: two works under one number would wait for each other. */
export const ADVISORY_LOCKS = {
  /** Session lock on the `postgres` database: one suite makes the template, the others wait. */
  testTemplate: 727_001,
  /** One leader at a time numbers the outbox. */
  stampOutbox: 727_002,
  reconcileMarkdowns: 727_003,
  behaviourPartitions: 727_004,
  /** Session lock: one process forecasts demand, the others leave it be. */
  forecastDemand: 727_005,
  /** One process works out what is wanted. */
  refreshPopularity: 727_006,
  /** The outbox's days are made and dropped by one at a time. */
  outboxDays: 727_007,
  /** First of a pair; the second is the stripe of the record's id. */
  syncRecords: 727_010,
  /** First of a pair; the second is drawn from the announcement's id. */
  announceShipment: 727_011,
  /** First of a pair; the second is drawn from the draft's id. */
  draftPurchaseOrder: 727_012,
  ledgerCheck: 727_101,
  closeDays: 727_102,
} as const
