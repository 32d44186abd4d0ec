import type { Services } from '@selvedge/api'

/** Stands for a service that a test must not reach: touching it fails by name. */
const absentService = (name: string): object =>
  new Proxy(
    {},
    {
      get: (_, member) => {
        throw new Error(`${name}.${String(member)} is not part of this test`)
      },
    },
  )

/** The services a test is about; any other is there for the types alone. */
export const servicesWith = (given: Partial<Services>): Services =>
  new Proxy(given, {
    get: (_, name) => Reflect.get(given, name) ?? absentService(String(name)),
  }) as Services // every name answers: the given service or one that refuses
