import { whatIsWrong } from './env'

// For commands that start the shop: what the web server would refuse is told before anything heavy begins.
const lines = whatIsWrong()
for (const line of lines) process.stderr.write(`${line}\n`)
process.exit(lines.length === 0 ? 0 : 1)
