/**
 * Runs before any other script of ours. zod asks once whether it may compile its parsers with `new Function`; our content
 * policy forbids that, and the mere question is reported as a violation. Told beforehand, zod does not ask. Set by its
 * global because importing zod here would send it to pages that do without.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
