import { givenUrls, wipeStack } from '@selvedge/stack'
import { Complaint } from './complaint'
import { progress } from './progress'

/** The engines that belong to somebody else, by their variables. */
export const foreignUrls = (): string[] => Object.keys(givenUrls()).filter((variable) => variable.endsWith('_URL'))

/** Wiping and seeding are for the local stack only: they refuse as soon as one engine belongs to somebody else. */
export const refuseOnGivenUrls = (option: string): void => {
  const names = foreignUrls()
  if (names.length > 0) throw new Complaint(`${option} acts on the local stack only, and ${names.join(', ')} is given.`)
}

/** Removes all data of the stack in `dir`. */
export const wipe = async (dir: string): Promise<void> => {
  refuseOnGivenUrls('--fresh')
  progress('Removing all local data')
  await wipeStack(dir)
}
