import { bridgeSettings } from '../env'
import { connectBridge, createBridge } from './server'

// The bridge as a process of its own, so that it outlives the command that started the stack.
const { port, redisUrl, token } = bridgeSettings()
const redis = connectBridge(redisUrl)
redis.on('error', (error) => console.error(error.message))
createBridge(redis, token).listen(port, '127.0.0.1')
