import type { Context } from './context'

/** Whose profile answers: the signed-in customer's, or that of the visitor in the signed cookie. Never taken from input. */
export const personOf = ({ person }: Context): string | undefined => person
