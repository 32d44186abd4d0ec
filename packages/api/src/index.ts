export type { Context } from './context'
export type { Rejection } from './map-rejection'
export { type AppRouter, appRouter, createCaller } from './root'
export type { Services } from './services'
