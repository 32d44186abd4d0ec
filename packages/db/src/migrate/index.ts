export { diffToSchema } from './diff'
export { migrate } from './migrate'
