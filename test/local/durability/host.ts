/** A process of its own that holds a database and answers over HTTP: `node host.cjs data.db`. */
import { createServer } from 'node:http'
import { DatabaseError, openDatabase } from '../../../local/cloud/database/database'
import type { Database } from '../../../local/cloud/database/database'

const database = openDatabase({ file: process.argv[2]!, sync: 'full', strictCollections: false })
type Method = (...args: unknown[]) => unknown

async function answer(text: string): Promise<unknown> {
  const { method, args } = JSON.parse(text) as { method: keyof Database; args: unknown[] }
  try {
    return { result: (await (database[method] as Method)(...args)) ?? null }
  } catch (error) {
    if (error instanceof DatabaseError) return { code: error.code, message: error.message }
    throw error
  }
}

const server = createServer((request, response) => {
  let text = ''
  request.setEncoding('utf8').on('data', (part: string) => (text += part))
  request.on('end', () => {
    void answer(text).then((body) => response.end(JSON.stringify(body)))
  })
})
server.listen(0, '127.0.0.1', () => {
  console.log((server.address() as { port: number }).port)
})
