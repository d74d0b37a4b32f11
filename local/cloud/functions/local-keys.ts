import { createHash } from 'node:crypto'

/**
 * The keys that `envVariables` of a deployment sets, with fixed values for the local cloud: data
 * written today can be read tomorrow. They protect nothing and must never leave this machine.
 */
export function localKeys(): Record<string, string> {
  return {
    DATA_KEY: demoKey('data'),
    DATA_KEY_ID: 'local-1',
    HASH_KEY: demoKey('hash'),
  }
}

/** 32 bytes in base64, the same on every machine. */
function demoKey(purpose: string): string {
  return createHash('sha256').update(`local cloud demo key: ${purpose}`).digest('base64')
}
